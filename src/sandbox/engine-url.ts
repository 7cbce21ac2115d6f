/** Where the page fetches the sandbox's WebAssembly engine from; apart, so that the page need not load the sandbox itself. */
export { default as engineUrl } from "quickjs-wasi/quickjs.wasm?url";
