/** Serves folders as a good static host would: brotli made ahead of time, and on demand at the speed of a slower line. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const CACHE = ".cache/brotli";
const TICK_MS = 5;
/** What a request and its answer's head cost on the wire, about. */
const HEAD_BYTES = 300;

type Served = { readonly type: string; readonly bytes: Buffer };
/** A path, or texts by file name. */
type Folder = string | Readonly<Record<string, string>>;
type Item = {
  readonly response: ServerResponse;
  readonly bytes: Buffer;
  sent: number;
  readonly fromMs: number;
  readonly onSent: (bytes: number) => void;
};
type Part = { readonly atMs: number; readonly bytes: number; readonly path: string; readonly isHead: boolean };
export type Server = Awaited<ReturnType<typeof serve>>;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

function compressed(bytes: Buffer): Buffer {
  const file = join(CACHE, createHash("sha256").update(bytes).digest("hex"));
  if (existsSync(file)) return readFileSync(file);
  // The highest quality takes a minute for the largest files, which none of the measured visits fetches.
  const quality = bytes.length > 8_000_000 ? 5 : 11;
  const made = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, made);
  return made;
}

/** Every file of a folder, ready to be sent; or pages given as text by their names. */
function readFolder(folder: Folder): ReadonlyMap<string, Served> {
  const files = new Map<string, Served>();
  const typeOf = (name: string) => TYPES[extname(name)] ?? "application/octet-stream";
  if (typeof folder !== "string") {
    for (const [name, text] of Object.entries(folder)) {
      files.set(`/${name}`, { type: typeOf(name), bytes: compressed(Buffer.from(text)) });
    }
    return files;
  }
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    files.set(`/${relative(folder, path).replaceAll("\\", "/")}`, {
      type: typeOf(path),
      bytes: compressed(bytes),
    });
  }
  return files;
}

/**
 * One line shared by all answers: each gets its turn, and together they never exceed the speed.
 * Throttling here and not in the browser holds for workers as well.
 */
function createLine() {
  let queue: Item[] = [];
  let bytesPerMs = Number.POSITIVE_INFINITY;
  let latencyMs = 0;
  let lastMs = 0;
  let timer: NodeJS.Timeout | undefined;

  function tick() {
    const nowMs = performance.now();
    let allowed = bytesPerMs * (nowMs - lastMs);
    lastMs = nowMs;
    const open = queue.filter((item) => item.fromMs <= nowMs);
    while (allowed > 0 && open.length > 0) {
      const share = Math.max(200, Math.ceil(allowed / open.length));
      for (const item of [...open]) {
        const size = Math.min(share, item.bytes.length - item.sent, Math.max(0, Math.ceil(allowed)));
        if (size <= 0) break;
        item.response.write(item.bytes.subarray(item.sent, item.sent + size));
        item.sent += size;
        allowed -= size;
        item.onSent(size);
        if (item.sent < item.bytes.length) continue;
        item.response.end();
        open.splice(open.indexOf(item), 1);
        queue = queue.filter((other) => other !== item);
      }
    }
    if (queue.length === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  return {
    setSpeed(mbps: number | null, roundTripMs = 0) {
      bytesPerMs = mbps === null ? Number.POSITIVE_INFINITY : (mbps * 1_000_000) / 8 / 1_000;
      latencyMs = mbps === null ? 0 : roundTripMs;
    },
    send(response: ServerResponse, bytes: Buffer, onSent: (bytes: number) => void) {
      if (bytesPerMs === Number.POSITIVE_INFINITY) {
        onSent(bytes.length);
        response.end(bytes);
        return;
      }
      const item: Item = { response, bytes, sent: 0, fromMs: performance.now() + latencyMs, onSent };
      queue.push(item);
      response.on("close", () => {
        queue = queue.filter((other) => other !== item);
      });
      if (timer === undefined) {
        lastMs = performance.now();
        timer = setInterval(tick, TICK_MS);
      }
    },
  };
}

/**
 * @param folders served under their names, e.g. `{ page: "dist" }` at `/page/`; each a path, or texts by file name.
 * @returns the address, and `line`: its speed, and what was sent since `reset` and until when.
 */
export async function serve(folders: Readonly<Record<string, Folder>>) {
  const line = createLine();
  const trees = Object.entries(folders).map(([name, folder]) => [`/${name}`, readFolder(folder)] as const);
  let sent: Part[] = [];

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "", "http://localhost").pathname);
    const [name, files] = trees.find(([name]) => path.startsWith(`${name}/`)) ?? [];
    const inside = path.slice(name?.length);
    const file = files?.get(inside.endsWith("/") ? `${inside}index.html` : inside);
    if (file === undefined) {
      response.writeHead(404, { "content-length": 0 });
      response.end();
      return;
    }
    const { bytes } = file;
    response.writeHead(200, {
      "content-type": file.type,
      "content-encoding": "br",
      "content-length": bytes.length,
      "cache-control": "public, max-age=31536000, immutable",
      // An embed's frame has no origin of its own and asks from another one.
      "access-control-allow-origin": "*",
    });
    const visit = sent;
    visit.push({ atMs: Date.now(), bytes: HEAD_BYTES, path, isHead: true });
    line.send(response, bytes, (size) => visit.push({ atMs: Date.now(), bytes: size, path, isHead: false }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setSpeed: line.setSpeed,
    /** Begins a new count. */
    reset() {
      sent = [];
    },
    /** Bytes sent since `reset` and up to a time in milliseconds since the epoch. */
    bytesUntil: (atMs: number) => sent.reduce((sum, part) => sum + (part.atMs <= atMs ? part.bytes : 0), 0),
    /** The same without the answers' heads, as a size budget counts, and only of the paths that are asked for. */
    brotliUntil: (atMs: number, isAsked: (path: string) => boolean = () => true) =>
      sent.reduce((sum, part) => sum + (part.atMs <= atMs && !part.isHead && isAsked(part.path) ? part.bytes : 0), 0),
    filesUntil: (atMs: number) => [...new Set(sent.filter((part) => part.atMs <= atMs).map(({ path }) => path))],
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
