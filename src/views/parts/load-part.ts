/** The one way to load a part of the page later: a part that did not come is asked for again, and a failure says what to do. */

export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    const { loadAgain } = await import("./load-again.ts");
    return loadAgain(load);
  }
}
