/** Adds to the built page what the development server could not live with: a strict CSP, and hints for the files of the first result. */
import type { Plugin } from "vite";

/**
 * `blob:` lets the runtime worker start from a blob and so inherit this policy; Monaco and Radix set style attributes and
 * elements, hence 'unsafe-inline' for styles alone. `frame-ancestors` counts only as a header (docs/hosting.md).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Files that the first result waits for, which the browser would otherwise find only once the boot script runs. */
const FIRST_RESULT_FILES = [/quickjs-[^/]*\.wasm$/, /first-worker-[^/]*\.js$/];

export function pageHead(): Plugin {
  return {
    name: "page-head",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const files = Object.keys(bundle ?? {}).filter((file) =>
          FIRST_RESULT_FILES.some((pattern) => pattern.test(file)),
        );
        const hints = files.map((file) => `<link rel="preload" as="fetch" href="./${file}" crossorigin />`);
        // The policy stands before everything that it governs, right after the charset.
        const policy = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />`;
        return html.replace(/<meta charset="utf-8" \/>/, ["$&", policy, ...hints].join("\n    "));
      },
    },
  };
}
