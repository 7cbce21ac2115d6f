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
  const failed = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(isMissing);
  await Promise.all(
    failed.map(
      (link) =>
        new Promise<void>((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          again.onload = () => resolve();
          again.onerror = () => reject(new Error(link.href));
          // Beside it: one that is only late is still waited for by whoever put it in.
          link.after(again);
        }),
    ),
  );
}

/** Chromium gives a stylesheet that did not come a sheet that nobody may read. */
function isMissing({ sheet }: HTMLLinkElement): boolean {
  try {
    return (sheet?.cssRules ?? null) === null;
  } catch {
    return true;
  }
}
