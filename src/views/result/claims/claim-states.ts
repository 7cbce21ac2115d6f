/** How each state of a claim is told: a sign, a word, and a colour. */
import type { ClaimState } from "../../../workflow/claim.ts";
import { toVisibleText } from "../../parts/visible-pieces.ts";

export type StateRow = {
  readonly sign: string;
  /** As it stands in the row. */
  readonly word: string;
  /** The colour's name in tokens.css; null for plain text. */
  readonly tone: "added" | "replaced" | "emptied" | "rejected" | "removed" | null;
};

/** In the order of display. */
export const CLAIM_STATES: { readonly [S in ClaimState]: StateRow } = {
  prohibited: {
    sign: "×",
    word: "rejected: prohibited",
    tone: "rejected",
  },
  unserializable: {
    sign: "×",
    word: "rejected: cannot become JSON",
    tone: "rejected",
  },
  added: { sign: "+", word: "added", tone: "added" },
  replaced: { sign: "~", word: "replaced", tone: "replaced" },
  emptied: { sign: "∅", word: "emptied", tone: "emptied" },
  removed: {
    sign: "−",
    word: "removed",
    tone: "removed",
  },
  "written-unchanged": { sign: "=", word: "written, unchanged", tone: null },
  unchanged: { sign: "=", word: "unchanged", tone: null },
};

export function isRejected(state: ClaimState): boolean {
  return state === "prohibited" || state === "unserializable";
}

/** As it stands in the name of a row or a button. */
export const spokenName = (name: string) => toVisibleText(nameInSentence(name));

/** A claim's name as it is spoken and shown; the empty name has to be said. */
export function nameInSentence(name: string): string {
  return name === "" ? "(empty name)" : name;
}
