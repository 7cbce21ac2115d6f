/** The built page as a static host would serve it, and a page of another origin that holds embeds; each counts who comes. */
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: { readonly [ending: string]: string } = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".ttf": "font/ttf",
};

/** `heard` holds the complaints of pages that listen to themselves. */
export type Site = { readonly url: string; readonly seen: string[]; readonly heard: string[]; close(): void };

/** Paths below this one are served with a storage that throws, as browsers do that block it. */
export const BLOCKED = "storage-blocked/";
const BLOCK_STORAGE = `for (const name of ["localStorage", "sessionStorage", "indexedDB"])
  Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });`;

/** WebKit’s driver tells nothing of a console, so there each page begins with this. */
const LISTEN = `{
  const to = new URL("/heard", document.currentScript.src);
  const tell = (text) => void fetch(to, { method: "POST", mode: "no-cors", body: text });
  addEventListener("error", ({ message, target }) => tell(message ? "uncaught: " + message : "not loaded: " + (target.src || target.href)), true);
  addEventListener("unhandledrejection", ({ reason }) => tell("uncaught: " + reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => tell(blockedURI + " violates " + violatedDirective));
  const { error } = console;
  console.error = (...args) => { tell("console: " + args.join(" ")); error.apply(console, args); };
}`;

/** Paths below this one are served without a policy: the negative control. */
export const OPEN = "without-policy/";
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>|<script>document\.write.*?<\/script>/;

/** Paths below this one come with the headers of `_headers`, where the rest comes with those of GitHub Pages. */
export const WITH_HEADERS = "with-headers/";

/** Below this path the interface never comes. */
export const WITHOUT_INTERFACE = "without-interface/";
const INTERFACE = /mount-playground-.*\.js$/;

function listen(host: string, answer: RequestListener): Promise<Site> {
  const seen: string[] = [];
  const heard: string[] = [];
  const server: Server = createServer((request, response) => {
    if (request.url === "/heard") {
      let text = "";
      request.on("data", (chunk) => (text += chunk)).on("end", () => heard.push(text));
      response.end();
      return;
    }
    seen.push(request.url ?? "/");
    answer(request, response);
  });
  server.on("upgrade", (request, socket) => {
    seen.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  return new Promise((resolve) => {
    server.listen(0, host, () => {
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ url: `http://${host}:${(server.address() as AddressInfo).port}/`, seen, heard, close });
    });
  });
}

const PREFIXES = [BLOCKED, OPEN, WITH_HEADERS, WITHOUT_INTERFACE];

export async function serveBuild(folder: string, listens: boolean): Promise<Site> {
  const embedPolicy =
    /\/embed\.html\n {2}Content-Security-Policy: (.*)/.exec(await readFile(join(folder, "_headers"), "utf8"))?.[1] ??
    "";
  const pagePolicy =
    /\/index\.html\n {2}Content-Security-Policy: (.*)/.exec(await readFile(join(folder, "_headers"), "utf8"))?.[1] ??
    "";
  return listen("localhost", async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)).slice(1);
    const prefix = PREFIXES.find((name) => path.startsWith(name)) ?? "";
    const file = path.slice(prefix.length) || "index.html";
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    if (file === "block-storage.js") return void response.end(BLOCK_STORAGE);
    if (file === "listen.js") return void response.end(LISTEN);
    if (prefix === WITH_HEADERS)
      response.setHeader("Content-Security-Policy", file === "embed.html" ? embedPolicy : pagePolicy);
    if (prefix === WITHOUT_INTERFACE && INTERFACE.test(file)) return void response.writeHead(404).end();
    try {
      let body: Buffer | string = await readFile(join(folder, file));
      if (file.endsWith(".html") && prefix === OPEN) body = withoutPolicy(body.toString());
      if (file.endsWith(".html") && prefix === BLOCKED)
        body = body.toString().replace("<head>", '<head><script src="block-storage.js"></script>');
      if (file.endsWith(".html") && listens)
        body = body.toString().replace("<head>", '<head><script src="listen.js"></script>');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

function withoutPolicy(html: string): string {
  if (!POLICY.test(html)) throw new Error("The built page has no policy to take out.");
  return html.replace(POLICY, "");
}

/** A page of somebody else's: `page` at `/`, a permissive answer to everything else. */
export function serveStranger(page: () => string): Promise<Site> {
  return listen("127.0.0.1", (request, response) => {
    const isPage = new URL(request.url ?? "/", "http://localhost").pathname === "/";
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", isPage ? "text/html" : "text/javascript");
    response.end(isPage ? page() : "export default 1;");
  });
}
