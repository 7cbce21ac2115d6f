/** All that the command has of its surroundings, so that a test can be one. */
export type CommandIo = {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** The report alone. */
  readonly print: (text: string) => void;
  readonly error: (text: string) => void;
  readonly isColourful: boolean;
  /** All that comes in on stdin. */
  readonly readInput: () => Promise<string>;
  /** Whether the progress can be shown in place. */
  readonly isTerminal: boolean;
  readonly nowMs: () => number;
};
