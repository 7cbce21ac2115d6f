/** What a fix is: edits of the source that make a diagnostic go away, and how the makers of fixes are asked for them. */
import type { RunResult } from "../../workflow/run-result.ts";
import type { FixFile } from "./fix-file.ts";

/** Offsets into the file's text as it stands, end exclusive. */
export type TextEdit = { readonly file: string; readonly start: number; readonly end: number; readonly text: string };

export type Fix = {
  /** What it does, as the label of a button. */
  readonly title: string;
  /** Whether it changes nothing that a person has to decide, so that it may be done together with others. */
  readonly isSafe: boolean;
  /** In no order; none touches another. */
  readonly edits: readonly TextEdit[];
  /** Where a person goes on: an offset of the file as it will be. The end of the first edit where it is absent. */
  readonly cursor?: { readonly file: string; readonly offset: number };
};

export type FixInput = {
  /** Where the diagnostic stands: the file, and the index of its token. */
  readonly file: FixFile;
  readonly index: number;
  /** Every file that the entry reaches. */
  readonly files: readonly FixFile[];
  /** The file with the workflow. */
  readonly entry: FixFile;
  readonly result: RunResult;
};

/** Null where what to write is not certain. */
export type FixMaker = (input: FixInput) => Omit<Fix, "isSafe"> | null;

export type FixRow = {
  readonly make: FixMaker;
  readonly isSafe: boolean;
  /** Whether the code then calls what it did not before, so that the mistakes in those calls are mended with it. */
  readonly bringsCalls?: boolean;
};
