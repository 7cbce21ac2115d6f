/** What is wrong with the writing of embeds in a page of documentation, before any of them runs. */
import { nearest } from "../workflow/json-shape.ts";
import type { FoundEmbed } from "./find-embeds.ts";

export type EmbedMistake = { readonly line: number; readonly message: string };

/** Those that the element reads (docs/embedding.md). */
const ATTRIBUTES = [
  "token",
  "view",
  "theme",
  "title",
  "readonly",
  "editable",
  "height",
  "start-line",
  "highlight",
  "scenario",
  "expect",
] as const;

/** Those that any element can have, and what frameworks add. */
const EVERYWHERE =
  /^(?:id|class|class-name|style|slot|hidden|lang|dir|key|ref|tabindex|role|is|data-.+|aria-.+|client-.+|v-.+|on-?.+|[:@#].*|suppress-hydration-warning)$/;

/** An element's attributes that nothing reads. */
export function unknownAttributes({ attributes, link }: FoundEmbed): readonly string[] {
  if (link !== undefined) return [];
  return [...attributes.keys()]
    .filter((name) => !EVERYWHERE.test(name) && !ATTRIBUTES.some((known) => known === name))
    .map((name) => {
      const near = nearest(name, ATTRIBUTES);
      const hint = near === null ? `There are ${ATTRIBUTES.join(", ")}.` : `Did you mean ${near}?`;
      return `<kinde-workflow> has no attribute ${name}. ${hint}`;
    });
}

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
