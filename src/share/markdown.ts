/** The claims of one token before and after a run as Markdown, for a pull request. */
import type { ClaimChange, ClaimState } from "../workflow/claim.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { TOKENS, type TokenName } from "../workflow/token.ts";

const STATE_LABELS: { readonly [S in ClaimState]: string } = {
  prohibited: "not allowed, keeps its value",
  unserializable: "cannot be serialised",
  added: "added",
  replaced: "replaced",
  emptied: "emptied",
  removed: "removed",
  "written-unchanged": "written, same value",
  unchanged: "unchanged",
};

const LONGEST_VALUE_CHARACTERS = 300;

/**
 * A heading, what the sign-in does, and a table (GitHub Flavored Markdown) of the claims that changed; ends in a line break.
 * Everything that a person or a workflow wrote stands in code spans, so that none of it can become markup, a link or a mention.
 */
export function toMarkdown(result: RunResult, token: TokenName): string {
  const { label } = TOKENS[token];
  const shown = result.tokens.find(({ name }) => name === token);
  const head = [`### ${label}`, plainText(result.signIn.sentence)];
  if (!shown) return document([...head, `The ${label} is not issued for ${codeSpan(result.trigger)}.`]);
  const changes = shown.changes.filter(({ state }) => state !== "unchanged");
  const unchanged = shown.changes.length - changes.length;
  if (changes.length === 0) return document([...head, `No claim changed; ${count(unchanged)}.`]);
  const rest = unchanged > 0 ? [`${sentenceCase(count(unchanged))}.`] : [];
  return document([...head, table(changes), ...rest]);
}

function document(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

function count(unchanged: number): string {
  return unchanged === 1 ? "one claim stayed as it was" : `${unchanged} claims stayed as they were`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function table(changes: readonly ClaimChange[]): string {
  const rows = changes.map(({ name, state, before, after }) => [
    codeSpan(/^[\w:./-]+$/.test(name) ? name : JSON.stringify(name)),
    STATE_LABELS[state],
    before === undefined ? "" : jsonSpan(before),
    after === undefined ? "" : jsonSpan(after),
  ]);
  return [["Claim", "Change", "Before", "After"], ["---", "---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function jsonSpan(json: string): string {
  const characters = [...json];
  const isLong = characters.length > LONGEST_VALUE_CHARACTERS;
  const shown = isLong ? characters.slice(0, LONGEST_VALUE_CHARACTERS).join("") : json;
  return codeSpan(shown) + (isLong ? ` … (${characters.length} characters)` : "");
}

/**
 * A code span for a table cell. The fence is longer than any run of backticks inside (CommonMark 6.1); a pipe is escaped (GFM 4.10),
 * or written as JSON writes it where a backslash stands before it, since two backslashes would not escape it.
 */
function codeSpan(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, escapedCharacter);
  const cell = visible.replace(/\\\|/g, "\\\\u007c").replaceAll("|", "\\|");
  const longest = Math.max(0, ...(cell.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $|^$/.test(cell) ? " " : "";
  return fence + pad + cell + pad + fence;
}

/** Line breaks and indentation of JSON become one space, other invisible characters their JSON escape. */
function escapedCharacter(character: string): string {
  if (/[\n\r\t]/.test(character)) return " ";
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}

/** As it is when it is made of words only, else as a code span. */
function plainText(text: string): string {
  return /^\p{L}[\p{L}\p{N} ,.;:'’“”()%-]*$/u.test(text) && !/:\/\/|www\./.test(text) ? text : codeSpan(text);
}
