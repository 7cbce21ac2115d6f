/** The author's source as a flat list of tokens with their places, so that diagnostics can be found without a second parser. */

export type SourceToken = {
  readonly file: string;
  readonly kind: "name" | "keyword" | "punctuation" | "string" | "template" | "number" | "regexp" | "jsx";
  /** The token's text as written. */
  readonly text: string;
  /** Offsets into the file's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Part of a type, and so erased. */
  readonly isType: boolean;
  /**
   * Where this file declares the variable that this name means: the offset of the first name that does, null when nothing
   * here does. Absent for members, keys, types and what is no name.
   */
  readonly declaredAt?: number | null;
};
