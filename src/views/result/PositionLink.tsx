/** A place in the source as a button that puts the cursor there. */
import { usePlaygroundStore } from "../../store/use-playground.ts";
import type { Position } from "../../workflow/position.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import "./position-link.css";

type PositionLinkProps = {
  readonly position: Position;
  /** Leaves the file out where it is plain from the context. */
  readonly isShort?: boolean;
};

export function PositionLink({ position, isShort = false }: PositionLinkProps) {
  const store = usePlaygroundStore();
  const { file, line, column } = position;
  const face = isShort ? `line ${line}` : `${file}:${line}:${column}`;
  return (
    <button
      type="button"
      className="position-link"
      title={`Go to ${file}, line ${line}, column ${column}`}
      aria-label={isShort ? `${face} of ${file}: go there` : `${face}: go there`}
      onClick={() => store.getState().revealPosition(position)}
    >
      <VisibleText text={face} />
    </button>
  );
}
