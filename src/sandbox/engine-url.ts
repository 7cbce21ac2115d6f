/** Where the page fetches the sandbox's WebAssembly engines from; apart, so that the page need not load the sandbox itself. */
export { default as engineUrl } from "quickjs-wasi/quickjs.wasm?url";
/** The one for calls that nest deeper than a worker's stack: `scripts/deep-engine` makes it. */
export { default as deepEngineUrl } from "quickjs-wasi/deep-engine.wasm?url";
