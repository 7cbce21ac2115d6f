/** A static server for a folder, and one that stands for a stranger's: it only counts who comes. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: { readonly [ending: string]: string } = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

export type Served = { readonly url: string; readonly seen: string[]; close(): Promise<void> };

function listen(server: Server, seen: string[]): Promise<Served> {
  return new Promise((resolve) => {
    server.listen(0, "localhost", () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://localhost:${port}/`,
        seen,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
  });
}

/** `seen` holds the path of every request. */
export function serveFolder(folder: string): Promise<Served> {
  const seen: string[] = [];
  const server = createServer(async (request, response) => {
    const url = request.url ?? "/";
    seen.push(url);
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname)).replace(/^(\.\.[/\\])+/, "");
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return listen(server, seen);
}

/** Answers everything as permissively as it can. */
export function serveStranger(): Promise<Served> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? "/");
    response
      .writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript" })
      .end("export default 1;");
  });
  server.on("upgrade", (request, socket) => {
    seen.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  return listen(server, seen);
}
