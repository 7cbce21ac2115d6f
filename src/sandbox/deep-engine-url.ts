/** Where the page fetches the engine for calls that nest deeper than the worker's stack from: `scripts/deep-engine` makes it. */
export { default as deepEngineUrl } from "quickjs-wasi/deep-engine.wasm?url";
