/** Adds to the built page what the development server could not live with: a strict CSP, and hints for the files of the first result. */
import { createHash } from "node:crypto";
import type { HtmlTagDescriptor, Plugin } from "vite";

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

/**
 * A sandboxed frame has no origin of its own, and there WebKit takes no file for one of `'self'`: so the policy of the embed
 * names the origin that it was loaded from, which only the browser knows. What writes it is the first thing that runs.
 */
const WRITE_POLICY = `document.write('<meta http-equiv=Content-Security-Policy content="'+"${CONTENT_SECURITY_POLICY}".replace(/'self'/g,"$& "+location.origin)+'">')`;

/** For a policy in a header, which stands before that script does. */
export const WRITE_POLICY_HASH = `'sha256-${createHash("sha256").update(WRITE_POLICY).digest("base64")}'`;

/** Files that the first result waits for, which the browser would otherwise find only once the boot script runs. */
const FIRST_RESULT_FILES = [/quickjs-[^/]*\.wasm$/, /first-worker-[^/]*\.js$/];

function preload(pattern: RegExp, files: readonly string[]): HtmlTagDescriptor {
  const file = files.find((name) => pattern.test(name));
  if (file === undefined) throw new Error(`The build has no file ${pattern} to preload.`);
  return {
    tag: "link",
    attrs: { rel: "preload", as: "fetch", href: `./${file}`, crossorigin: true },
    injectTo: "head-prepend",
  };
}

export function pageHead(): Plugin {
  return {
    name: "page-head",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle, path }) {
        const files = Object.keys(bundle ?? {});
        // The policy stands before everything that it governs.
        const policy: HtmlTagDescriptor = path.endsWith("/embed.html")
          ? { tag: "script", children: WRITE_POLICY, injectTo: "head-prepend" }
          : {
              tag: "meta",
              attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
              injectTo: "head-prepend",
            };
        return [policy, ...FIRST_RESULT_FILES.map((pattern) => preload(pattern, files))];
      },
    },
  };
}
