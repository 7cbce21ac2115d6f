/** WebKitGTK under its own WebDriver: plain HTTP to WebKitWebDriver, on a display of its own, with a limit on every call. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { findBrowser, which } from "../../scripts/browser.ts";

const CALL_LIMIT_MS = 30_000;
/** The name under which WebDriver writes an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

type Json = unknown;

export type Remote = { readonly [ELEMENT]: string };

/** One browser of which each session is a new, private one. */
export class WebDriver {
  readonly #processes: readonly ChildProcess[];
  readonly #address: string;

  private constructor(processes: readonly ChildProcess[], address: string) {
    this.#processes = processes;
    this.#address = address;
  }

  static async start(): Promise<WebDriver> {
    const display = await startDisplay();
    const port = await freePort();
    const driver = spawn(which("WebKitWebDriver") ?? "", [`--port=${port}`], {
      env: { ...process.env, DISPLAY: display.name, WEBKIT_DISABLE_COMPOSITING_MODE: "1", LIBGL_ALWAYS_SOFTWARE: "1" },
      stdio: "ignore",
    });
    const started = new WebDriver([driver, display.process], `http://127.0.0.1:${port}`);
    await until(
      () =>
        fetch(`${started.#address}/status`).then(
          ({ ok }) => ok,
          () => false,
        ),
      "WebKitWebDriver",
    );
    return started;
  }

  async session(): Promise<Session> {
    const browserOptions = {
      binary: findBrowser("webkit"),
      args: ["--automation", "--private", "--geometry=1440x900"],
    };
    const { sessionId } = (await this.call("POST", "/session", {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } },
    })) as { sessionId: string };
    return new Session(this, sessionId);
  }

  async call(method: string, path: string, body?: Json): Promise<Json> {
    const response = await fetch(this.#address + path, {
      method,
      signal: AbortSignal.timeout(CALL_LIMIT_MS),
      ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
    }).catch((cause: unknown) => {
      throw new Error(`${method} ${path} ${JSON.stringify(body ?? {}).slice(0, 200)}: ${String(cause)}`, { cause });
    });
    const { value } = (await response.json()) as { value: Json };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${method} ${path}: ${error}: ${message}`);
  }

  stop(): void {
    for (const process of this.#processes) process.kill();
  }
}

export class Session {
  readonly #driver: WebDriver;
  readonly #id: string;

  constructor(driver: WebDriver, id: string) {
    this.#driver = driver;
    this.#id = id;
  }

  call(method: string, path: string, body?: Json): Promise<Json> {
    return this.#driver.call(method, `/session/${this.#id}${path}`, body);
  }

  /** @param source of a function; what it returns may be a promise. */
  async script(source: string, args: readonly Json[]): Promise<Json> {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${source})(...[...arguments].slice(0, -1)))
        .then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: String(error) }));`;
    const answer = (await this.call("POST", "/execute/async", { script, args })) as { value?: Json; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  click(element: Remote): Promise<Json> {
    return this.call("POST", `/element/${element[ELEMENT]}/click`);
  }

  async close(): Promise<void> {
    await this.call("DELETE", "");
  }
}

async function startDisplay(): Promise<{ readonly name: string; readonly process: ChildProcess }> {
  // Xvfb chooses a free display and writes its number.
  const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    let text = "";
    xvfb.stdio[3]?.on("data", (chunk) => {
      text += chunk;
      if (text.endsWith("\n")) resolve(text.trim());
    });
    xvfb.on("exit", () => reject(new Error("Xvfb ended.")));
  });
  return { name: `:${number}`, process: xvfb };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function until(isTrue: () => Promise<boolean>, what: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} does not answer.`);
}
