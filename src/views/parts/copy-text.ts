/** Puts text on the clipboard, also from a sandboxed frame, where only the old way works. */

/**
 * Called within the click that allows it; the text may come later.
 * @throws where the browser allows neither way.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  try {
    await (typeof text === "string" ? navigator.clipboard.writeText(text) : writeWhenMade(text));
  } catch (error) {
    if (!copySelected(await text)) throw error;
  }
}

/** @returns what copies the text once it is made, though by then the click is over. */
export function copyLater(): (text: string) => Promise<void> {
  let give: (text: string) => void = () => {};
  const isCopied = copyText(new Promise<string>((resolve) => (give = resolve)));
  return (text) => {
    give(text);
    return isCopied;
  };
}

/**
 * WebKit hands out the clipboard only within a click, but then waits for what shall be on it. There Monaco takes it in every click,
 * for uses of its own, from whoever has it: so this comes last in the click, and soon where none is under way.
 */
function writeWhenMade(text: Promise<string>): Promise<void> {
  const blob = text.then((made) => new Blob([made], { type: "text/plain" }));
  // Whoever asked for the text hears of its failure, whether the clipboard takes this or not.
  blob.catch(() => undefined);
  return new Promise((resolve, reject) => {
    function write(): void {
      clearTimeout(timer);
      removeEventListener("click", write);
      try {
        navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]).then(resolve, reject);
      } catch (error) {
        reject(error);
      }
    }
    addEventListener("click", write);
    const timer = setTimeout(write);
  });
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "only-read";
  document.body.append(field);
  field.focus();
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
