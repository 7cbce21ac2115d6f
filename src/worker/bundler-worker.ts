/** A worker of its own for production's bundler: it only reads source text, and is loaded when a construct needs it. */
import { type Bundler, createBundler } from "../transpile/bundler/bundle.ts";
import type { FromBundler, ToBundler } from "./protocol.ts";
import { messageOf } from "./watchdog.ts";

const scope = self as unknown as { postMessage(message: FromBundler): void; onmessage: unknown };
let bundler: Promise<Bundler> | null = null;

async function bundle(message: Extract<ToBundler, { type: "bundle" }>): Promise<FromBundler> {
  const { id, files, entry } = message;
  try {
    if (bundler === null) throw new Error("The bundler was asked to work before it was started.");
    return { type: "bundled", id, bundled: await (await bundler).bundle(files, entry) };
  } catch (error) {
    return { type: "crashed", id, message: messageOf(error) };
  }
}

async function start(engine: WebAssembly.Module): Promise<FromBundler> {
  try {
    bundler = createBundler(engine);
    await bundler;
    return { type: "ready" };
  } catch (error) {
    return { type: "failed", message: messageOf(error) };
  }
}

scope.onmessage = async ({ data }: MessageEvent<ToBundler>) => {
  scope.postMessage(data.type === "bundle" ? await bundle(data) : await start(data.engine));
};
