/** Every way that code in a page or a worker could send something away, each as a function that tries it. */

/** Runs in the realm under test, so it may use nothing from outside; gives for each way how it ended, and says each before it is tried. */
export async function tryWaysOut(
  { stranger, own, without = [] }: { stranger: string; own: string; without?: readonly string[] },
  onTry: (name: string) => void = () => undefined,
): Promise<Record<string, string>> {
  const scope = globalThis as unknown as Record<
    string,
    (new (...args: unknown[]) => never) & ((...args: unknown[]) => unknown)
  >;
  const soon = <T>(promise: Promise<T>) =>
    Promise.race([promise, new Promise<string>((resolve) => setTimeout(resolve, 1_500, "silent"))]);
  const ended: Record<string, string> = {};
  async function attempt(name: string, act: () => unknown): Promise<void> {
    if (without.includes(name)) return;
    onTry(name);
    try {
      const result = await soon(Promise.resolve(act()));
      ended[name] = result === "silent" || result === false ? "nothing" : `reached: ${String(result).slice(0, 60)}`;
    } catch (error) {
      ended[name] = `refused: ${(error as Error).name}`;
    }
  }
  const opened = (target: EventTarget) =>
    new Promise((resolve, reject) => {
      for (const name of ["open", "load", "message"]) target.addEventListener(name, () => resolve(name));
      target.addEventListener("error", () => reject(new Error("error")));
      target.addEventListener("close", () => reject(new Error("close")));
    });
  const get = (name: string) => {
    const found = scope[name];
    if (found === undefined) throw new ReferenceError(name);
    return found;
  };

  await attempt("fetch", () => get("fetch")(`${stranger}fetch`));
  await attempt("fetch no-cors", () =>
    get("fetch")(`${stranger}no-cors`, { mode: "no-cors", method: "POST", body: "x" }),
  );
  await attempt("XMLHttpRequest", () => {
    const Request = get("XMLHttpRequest") as unknown as new () => XMLHttpRequest;
    const request = new Request();
    request.open("GET", `${stranger}xhr`);
    request.send();
    return opened(request);
  });
  await attempt("WebSocket", () =>
    opened(new (get("WebSocket"))(stranger.replace("http", "ws")) as unknown as EventTarget),
  );
  await attempt("EventSource", () => opened(new (get("EventSource"))(`${stranger}events`) as unknown as EventTarget));
  await attempt(
    "WebTransport",
    () =>
      (new (get("WebTransport"))(stranger.replace("http:", "https:")) as unknown as { ready: Promise<unknown> }).ready,
  );
  await attempt("sendBeacon", () => (get("navigator") as unknown as Navigator).sendBeacon(`${stranger}beacon`, "x"));
  await attempt("importScripts", () => get("importScripts")(`${stranger}import-scripts`));
  await attempt("import()", () => import(/* @vite-ignore */ `${stranger}import`));
  await attempt("import() of data:", () => import(/* @vite-ignore */ `data:text/javascript,${"export default 1"}`));
  await attempt("Worker", () => opened(new (get("Worker"))(`${stranger}worker`) as unknown as EventTarget));
  await attempt("Worker of data:", () =>
    opened(new (get("Worker"))("data:text/javascript,postMessage(1)") as unknown as EventTarget),
  );
  await attempt("SharedWorker", () => opened(new (get("SharedWorker"))(`${stranger}shared`) as unknown as EventTarget));
  await attempt("RTCPeerConnection", () => typeof new (get("RTCPeerConnection"))());
  await attempt(
    "WebSocketStream",
    () =>
      (new (get("WebSocketStream"))(stranger.replace("http", "ws")) as unknown as { opened: Promise<unknown> }).opened,
  );
  await attempt("eval", () => get("eval")("1 + 1"));
  await attempt("Function", () => new (get("Function"))("return 1 + 1"));
  await attempt("a timer of text", () => {
    const before = scope["timed"];
    setTimeout("globalThis.timed = 1" as unknown as () => void, 0);
    return new Promise((resolve) => setTimeout(() => resolve(scope["timed"] !== before && "ran"), 50)).then(
      (ran) => ran || false,
    );
  });
  await attempt(
    "indexedDB",
    () =>
      new Promise((resolve, reject) => {
        const request = (get("indexedDB") as unknown as IDBFactory).open("leak");
        request.onsuccess = () => resolve("opened");
        request.onerror = () => reject(request.error);
      }),
  );
  await attempt("caches", () => (get("caches") as unknown as CacheStorage).open("leak"));
  await attempt("BroadcastChannel", () => typeof new (get("BroadcastChannel"))("leak"));
  await attempt("FontFace", () =>
    (new (get("FontFace"))("leak", `url(${stranger}font)`) as unknown as FontFace).load(),
  );
  await attempt("FontFace of its own site", () =>
    (new (get("FontFace"))("leak", `url(${own}?leak-font)`) as unknown as FontFace).load(),
  );
  await attempt(
    "webkitRequestFileSystem",
    () =>
      new Promise((resolve, reject) => {
        get("webkitRequestFileSystem")(0, 1, () => resolve("opened"), reject);
      }),
  );
  await attempt("import() of its own site", () => import(/* @vite-ignore */ `${own}assets/by-import.js?data`));
  await attempt("fetch of its own site", () => get("fetch")(`${own}?leak`));
  return ended;
}
