/** Embeds in a page of documentation that are opened and not closed. */

type EmbedMistake = { readonly line: number; readonly message: string };

/** Elements that are opened and not closed; code that only speaks of one is none. */
export function findUnclosed(page: string): readonly EmbedMistake[] {
  const plain = page
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\2[ \t]*$/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/<(pre|code|script)\b[\s\S]*?<\/\1>/g, blank);
  const mistakes: EmbedMistake[] = [];
  let open: number | null = null;
  for (const { 0: tag, index } of plain.matchAll(/<(\/?)kinde-workflow\b/g)) {
    if (open !== null && !tag.startsWith("</")) mistakes.push(unclosedAt(plain, open));
    open = tag.startsWith("</") ? null : index;
  }
  if (open !== null) mistakes.push(unclosedAt(plain, open));
  return mistakes;
}

const blank = (text: string) => text.replace(/[^\n]/g, " ");

function unclosedAt(page: string, index: number): EmbedMistake {
  return {
    line: page.slice(0, index).split("\n").length,
    message: "<kinde-workflow> is not closed. Write </kinde-workflow>.",
  };
}
