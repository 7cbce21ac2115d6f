/** Serves the build beside the suite’s page, under the playground’s own policy, and takes in what the page answers. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { CONTENT_SECURITY_POLICY } from "../../scripts/page-head.ts";
import { type Answer, type BuiltFiles, toWire, type Work } from "./wire.ts";

const TYPES: { readonly [ending: string]: string } = {
  js: "text/javascript",
  wasm: "application/wasm",
  html: "text/html",
};
const PAGE = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}"><title>shipped</title><script type="module" src="/page.js"></script>`;

/** Which files of a build the workers and their engines are. @throws when the build has not exactly one of each. */
export function builtFiles(dist: string): BuiltFiles {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as {
    readonly [entry: string]: { readonly file: string; readonly assets?: readonly string[] };
  };
  const all = new Set(Object.values(manifest).flatMap(({ file, assets = [] }) => [file, ...assets]));
  const one = (start: string) => {
    const [found, ...others] = [...all].filter((file) => file.startsWith(`assets/${start}`));
    if (found === undefined || others.length > 0)
      throw new Error(`The build has not one file ${start}…: run \`npm run build\`.`);
    return `/dist/${found}`;
  };
  return {
    first: one("first-worker-"),
    full: one("runtime-worker-"),
    bundler: one("bundler-worker-"),
    engine: one("quickjs-"),
    deepEngine: one("deep-engine-"),
    bundlerEngine: one("esbuild-"),
  };
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./page.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    define: { "import.meta.env.DEV": "false" },
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

type Site = {
  readonly url: string;
  /** Resolves when the page has answered all; rejects when it is silent for too long. */
  readonly answers: Promise<readonly Answer[]>;
  close(): void;
};

/** @param silentMs how long the page may say nothing. */
export async function serveWork(dist: string, work: Work, silentMs: number): Promise<Site> {
  const script = await pageScript();
  const answers: Answer[] = [];
  let finish: (answers: readonly Answer[]) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const done = new Promise<readonly Answer[]>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  done.catch(() => undefined);
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const expectNext = () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => fail(new Error(`the page said nothing for ${silentMs / 1000} s`)), silentMs);
  };
  const server = createServer((request, response) => {
    expectNext();
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const reply = (type: string, body: string | Buffer) => response.writeHead(200, { "Content-Type": type }).end(body);
    if (pathname === "/") return reply("text/html", PAGE);
    if (pathname === "/page.js") return reply("text/javascript", script);
    if (pathname === "/files") return reply("application/json", JSON.stringify(work.files));
    if (pathname === "/jobs") return reply("application/json", toWire(work.jobs));
    if (pathname === "/answers") {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const batch = JSON.parse(Buffer.concat(chunks).toString()) as { answers: Answer[]; isLast: boolean };
        answers.push(...batch.answers);
        reply("text/plain", "");
        if (!batch.isLast) return;
        clearTimeout(alarm);
        finish(answers);
      });
      return;
    }
    const path = normalize(decodeURIComponent(pathname.replace("/dist/", "")));
    try {
      if (!pathname.startsWith("/dist/") || path.startsWith("..")) throw new Error(pathname);
      reply(TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream", readFileSync(join(dist, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  expectNext();
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    answers: done,
    close() {
      clearTimeout(alarm);
      server.closeAllConnections();
      server.close();
    },
  };
}
