/** A place in the source as a button that puts the cursor there. */
import { usePlaygroundStore } from "../../store/use-playground.ts";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { PositionLinkMarkup, placeOf, type PositionLinkProps } from "./PositionLinkMarkup.tsx";

export function PositionLink({ position, isShort }: PositionLinkProps) {
  const store = usePlaygroundStore();
  const { line, column } = position;
  const file = toVisibleText(position.file);
  const place = placeOf({ ...position, file }, isShort);
  return (
    <PositionLinkMarkup
      position={position}
      isShort={isShort}
      title={`Go to ${file}, line ${line}, column ${column}`}
      aria-label={isShort ? `${place} of ${file}: go there` : `${place}: go there`}
      onClick={() => store.getState().revealPosition(position)}
    />
  );
}
