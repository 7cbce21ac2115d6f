/** The second try for a part that did not come, and the words when that fails too. */

const PAUSE_MS = 300;

/** @throws an Error whose message is for the person. */
export async function loadAgain<Part>(load: () => Promise<Part>): Promise<Part> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  try {
    await renewStylesheets();
    return await load();
  } catch (cause) {
    throw new Error(
      "A file of the playground did not arrive. Check the connection and try again; if the playground was renewed since this page was opened, reload it. Your work is kept.",
      { cause },
    );
  }
}

/** A stylesheet that failed once is taken for loaded by what loads parts, so it is put in anew. */
export async function renewStylesheets(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const arrived = new Set(links.filter((link) => (rulesOf(link) ?? 0) > 0).map(({ href }) => href));
  const missing = new Map(links.filter(({ href }) => !arrived.has(href)).map((link) => [link.href, link]));
  await Promise.all(
    [...missing.values()].map(
      (link) =>
        new Promise<void>((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          const fail = () => reject(new Error(link.href));
          again.onload = () => (rulesOf(again) === 0 ? fail() : resolve());
          again.onerror = fail;
          // Beside it: one that is only late is still waited for by whoever put it in.
          link.after(again);
        }),
    ),
  );
}

/**
 * Null where nobody may read them: Chromium has such a sheet for a stylesheet that did not come, and a frame without an origin for all.
 * What a host answered with an error has none.
 */
function rulesOf({ sheet }: HTMLLinkElement): number | null {
  try {
    return sheet?.cssRules.length ?? null;
  } catch {
    return null;
  }
}
