/** Thrown where only production's own bundler is exact: it writes the construct in its own way, or refuses it in its own words. */
import type { Position } from "../workflow/position.ts";

export class BundlerNeeded extends Error {
  readonly code = "bundler-needed";
  readonly construct: string;
  readonly position: Position;

  constructor(construct: string, position: Position) {
    super(construct);
    this.construct = construct;
    this.position = position;
  }
}
