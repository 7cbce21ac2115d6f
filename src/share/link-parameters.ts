/** The plain parameters beside the project in a link, written so that people can read and edit them: `&token=idToken&view=diff&line=12-14&embed`. */
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";

/** 1-based, both ends included. */
type LineRange = { readonly first: number; readonly last: number };

export type LinkParameters = {
  readonly token?: TokenName;
  /** The view to open, e.g. "diff": lower-case letters, digits and hyphens, at most 32. The page ignores one that it does not have. */
  readonly view?: string;
  /** The file that `lines` are in; the workflow's own file when absent. */
  readonly file?: string;
  readonly lines?: LineRange;
  /** Show the project as an embed. */
  readonly embed?: boolean;
};

const NAMES = /^(token|view|file|line|embed)(=|$)/;

/** Whether one part of a fragment is a parameter. */
export function isLinkParameter(part: string): boolean {
  return NAMES.test(part);
}

/** Splits a fragment at `&`, also where a program has rewritten it as `&amp;`. */
export function splitFragment(fragment: string): readonly string[] {
  return (fragment.startsWith("#") ? fragment.slice(1) : fragment).split(/&amp;|&/i);
}

/** Reads the parameters of a whole fragment, with or without its `#`. What is unknown or malformed is left out; never throws. */
export function parseLinkParameters(fragment: string): LinkParameters {
  const values = new Map<string, string>();
  for (const part of splitFragment(fragment)) {
    if (!isLinkParameter(part)) continue;
    const [name = "", value = ""] = part.split("=", 2);
    values.set(name, value);
  }
  const token = TOKEN_NAMES.find((name) => name === values.get("token"));
  const view = values.get("view");
  const file = decodePercent(values.get("file"));
  const lines = parseLines(values.get("line"));
  return {
    ...(token ? { token } : {}),
    ...(view !== undefined && isView(view) ? { view } : {}),
    ...(file ? { file } : {}),
    ...(lines ? { lines } : {}),
    ...(values.has("embed") ? { embed: true } : {}),
  };
}

export function isView(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,31}$/.test(text);
}

function parseLines(text: string | undefined): LineRange | null {
  const match = /^L?(\d{1,6})(?:-L?(\d{1,6}))?$/.exec(text ?? "");
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first >= 1 && last >= first ? { first, last } : null;
}

function decodePercent(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeURIComponent(text);
  } catch {
    return null;
  }
}
