/** A worker of its own for production's bundler: it only reads source text, and is loaded when a construct needs it. */
import { type Bundler, createBundler } from "../transpile/bundle.ts";
import type { FromBundler, ToBundler } from "./protocol.ts";

const scope = self as unknown as { postMessage(message: FromBundler): void; onmessage: unknown };
let bundler: Promise<Bundler> | null = null;

async function bundle(message: Extract<ToBundler, { type: "bundle" }>): Promise<FromBundler> {
  const { id, project, entry } = message;
  try {
    if (bundler === null) throw new Error("The bundler was asked to work before it was started.");
    return { type: "bundled", id, bundled: await (await bundler).bundle(project.files, entry) };
  } catch (error) {
    return { type: "crashed", id, message: error instanceof Error ? error.message : String(error) };
  }
}

scope.onmessage = async (event: MessageEvent<ToBundler>) => {
  const message = event.data;
  if (message.type === "bundle") return scope.postMessage(await bundle(message));
  bundler = createBundler(message.engine);
  await bundler;
  scope.postMessage({ type: "ready" });
};
