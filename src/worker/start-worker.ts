/** Starts a worker from a script of this site in a way that the page's CSP, and so its network ban, covers it. */
import { fetchFile } from "./fetch-file.ts";

const texts = new Map<string, Promise<string>>();

/**
 * A CSP in `<meta>` does not reach a worker loaded from a URL, but a `blob:` worker inherits it. The development server
 * serves modules that import each other, which a blob cannot, so there the worker is started from its URL. Chromium starts
 * no module worker in a frame without an origin (`sandbox="allow-scripts"`), so the built file is a classic script: one strict function that imports nothing.
 */
export async function startWorker(url: string, name: string): Promise<Worker> {
  if (import.meta.env.DEV) return new Worker(url, { type: "module", name });
  let text = texts.get(url);
  if (text === undefined) {
    text = fetchFile(url).then((response) => response.text());
    texts.set(url, text);
    // A file that did not arrive is asked for again the next time.
    text.catch(() => texts.delete(url));
  }
  const blobUrl = URL.createObjectURL(new Blob([await text], { type: "text/javascript" }));
  try {
    return new Worker(blobUrl, { name });
  } finally {
    // The worker has begun to fetch the blob; revoking in the same task would race it in Firefox.
    setTimeout(() => URL.revokeObjectURL(blobUrl), 10_000);
  }
}
