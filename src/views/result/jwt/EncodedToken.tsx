/** The encoded token: wrapping, selectable, its parts told apart by hue and by the pattern of their underline. */
import { Fragment, useState } from "react";
import { formatCount } from "../format.ts";
import { JWT_PARTS, type JwtPart } from "./jwt-parts.ts";

type EncodedTokenProps = {
  readonly parts: readonly [string, string, string];
  readonly lit: JwtPart | null;
  readonly onPoint: (part: JwtPart | null) => void;
};

/** Longer tokens are drawn whole only on demand; copying always takes all of it. */
const MOST_SHOWN = 10_000;

export function EncodedToken({ parts, lit, onPoint }: EncodedTokenProps) {
  const [showsAll, setShowsAll] = useState(false);
  const length = parts.join(".").length;
  const shown = (text: string) => (showsAll || length <= MOST_SHOWN ? text : text.slice(0, MOST_SHOWN / 2));
  return (
    <figure className="jwt-encoded" aria-label="Encoded token">
      <p className="jwt-encoded__text">
        {JWT_PARTS.map(({ part }, index) => (
          <Fragment key={part}>
            {index > 0 && <span className="jwt-encoded__dot">.</span>}
            <span
              className={`jwt-part jwt-part--${part} ${lit === part ? "jwt-part--lit" : ""}`}
              onPointerEnter={() => onPoint(part)}
              onPointerLeave={() => onPoint(null)}
            >
              {shown(parts[index] ?? "")}
            </span>
          </Fragment>
        ))}
      </p>
      {length > MOST_SHOWN && (
        <button type="button" className="copy-value__toggle" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? "show less" : `show all ${formatCount(length, "character")}`}
        </button>
      )}
    </figure>
  );
}
