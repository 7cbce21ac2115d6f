/** Whether the page is light or dark, told by the colour of its own text: so it holds for any framework's switch. */

export function themeOf(element: HTMLElement): "light" | "dark" {
  const wanted = element.getAttribute("theme");
  if (wanted === "light" || wanted === "dark") return wanted;
  const [red = 0, green = 0, blue = 0] = rgbOf(getComputedStyle(element).color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128 ? "dark" : "light";
}

/** Of any CSS colour, as the browser would paint it. */
function rgbOf(colour: string): Uint8ClampedArray {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return new Uint8ClampedArray(4);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

/** Calls back whenever the page may have changed its theme. */
export function watchTheme(changed: () => void): void {
  const later = () => {
    // Soon, and again when a colour that fades has arrived.
    for (const ms of [50, 600]) setTimeout(changed, ms);
  };
  const observer = new MutationObserver(later);
  const watch = () => {
    // A script in the head comes before the body.
    for (const element of [document.documentElement, document.body])
      if (element) observer.observe(element, { attributes: true });
  };
  watch();
  addEventListener("DOMContentLoaded", watch);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later);
}
