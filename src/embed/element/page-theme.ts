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
  const later = () => setTimeout(changed, 50);
  const options = {
    attributes: true,
    attributeFilter: ["class", "style", "data-theme", "data-mode", "data-color-scheme"],
  };
  const observer = new MutationObserver(later);
  observer.observe(document.documentElement, options);
  if (document.body !== null) observer.observe(document.body, options);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", later);
}
