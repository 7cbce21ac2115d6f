/** Waits for the browser to show what has been drawn. */

/** Resolves after the next frame has been painted, or after 200 ms: a page out of sight is not painted and not waited for. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 200);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
