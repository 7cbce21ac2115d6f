/** The one way to load a part of the page later: a part that did not come is asked for again, and a failure says what to do. */

/** @param hasFailed whether it did not come before: what it needs is then taken for loaded, and asked for anew by the second try alone. */
export async function loadPart<Part>(load: () => Promise<Part>, hasFailed = false): Promise<Part> {
  try {
    if (!hasFailed) return await load();
  } catch {}
  const again = await import("./load-again.ts").catch(() => null);
  if (again === null) throw new Error("A file of the playground did not arrive.");
  return again.loadAgain(load);
}
