/** Fetches a file of this site, once more where it failed, and says in plain words why it did not come. */

/** @throws an Error whose message is for the person. */
export async function fetchFile(url: string): Promise<Response> {
  try {
    return await fetchOnce(url);
  } catch {
    // Under its own address the browser may answer with the preload that failed.
    return fetchOnce(`${url}?retry=1`);
  }
}

async function fetchOnce(url: string): Promise<Response> {
  const response = await fetch(url).catch(() => null);
  // Some hosts answer with their page for whatever is not there.
  const isPage = response?.headers.get("content-type")?.startsWith("text/html");
  if (response?.ok && !isPage) return response;
  const name = url.replace(/.*\/|\?.*/g, "");
  throw new Error(
    isPage || response?.status === 404
      ? `${name} is gone: the playground was renewed since this page was opened. Reload the page.`
      : `${name} did not arrive. Check the connection and run again, or reload the page.`,
  );
}
