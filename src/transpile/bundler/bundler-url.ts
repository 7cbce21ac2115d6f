/** Where the page fetches the bundler's WebAssembly from; apart, so that the page need not load the transpiler itself. */
export { default as bundlerEngineUrl } from "esbuild-wasm/esbuild.wasm?url";
