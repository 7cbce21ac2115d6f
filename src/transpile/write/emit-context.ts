/** What the emitters of single constructs share: the file, its output, and the way back to the emitter of tokens. */

import type { ModuleSyntax } from "../modules/module-syntax.ts";
import type { Names } from "../names/resolve-names.ts";
import type { ParsedFile } from "../parse/parse.ts";
import type { FileOutput } from "./file-output.ts";

export type EmitInput = {
  readonly parsed: ParsedFile;
  readonly names: Names;
  readonly syntax: ModuleSyntax;
  readonly sourceIndex: number;
  /** What to write in place of a token. */
  readonly replacements: ReadonlyMap<number, string>;
  /** The bundle's name for one of the file's top-level names. */
  readonly finalName: (name: string) => string;
  /** A name that nothing in the bundle uses. */
  readonly freshName: (like: string) => string;
  /** Whether class fields are defined rather than assigned. */
  readonly definesFields: boolean;
};

export type EmitContext = {
  readonly input: EmitInput;
  readonly parsed: ParsedFile;
  readonly output: FileOutput;
  /** What to write in place of a token, what the emitters add included. */
  readonly replacements: Map<number, string>;
  /** Writes tokens up to `end`, and returns it. */
  emit(start: number, end: number): number;
  /** Writes what begins at a token and returns the index after it. */
  emitToken(index: number): number;
};
