/** How the sandbox asks for places in the author's source; the caller's source maps answer. */
import type { Position } from "../workflow/position.ts";

/** Maps a 1-based place in a unit's generated code to the author's source; null where no source stands behind it. */
export type Locate = (file: string, line: number, column: number) => Position | null;
