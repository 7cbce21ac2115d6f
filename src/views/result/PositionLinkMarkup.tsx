/** How a place in the source looks in a result. */
import type { ComponentProps } from "react";
import type { Position } from "../../workflow/position.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import "./position-link.css";

export type PositionLinkProps = {
  readonly position: Position;
  /** Leaves the file out where it is plain from the context. */
  readonly isShort?: boolean | undefined;
};

export function PositionLinkMarkup({ position, isShort, ...rest }: PositionLinkProps & ComponentProps<"button">) {
  return (
    <button {...rest} type="button" className="position-link">
      <VisibleText text={placeOf(position, isShort)} />
    </button>
  );
}

export function placeOf({ file, line, column }: Position, isShort = false): string {
  return isShort ? `line ${line}` : `${file}:${line}:${column}`;
}
