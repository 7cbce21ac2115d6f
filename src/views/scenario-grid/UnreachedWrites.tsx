/** Names the writes in the source that no scenario reached. */
import { useMemo } from "react";
import { unreachedWrites } from "../../claims/unreached-writes.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import { PositionLink } from "../result/PositionLink.tsx";
import type { JudgedScenario } from "./judged-scenarios.ts";

const MOST_TOLD = 8;

export function UnreachedWrites({ judged }: { readonly judged: readonly JudgedScenario[] }) {
  const writes = useMemo(() => {
    // While the runs of an edit come in, some are still of the text before.
    const isOne = judged.every(({ files }) => files === judged[0]?.files);
    return isOne ? unreachedWrites(judged.map(({ result }) => result)) : [];
  }, [judged]);
  if (writes.length === 0) return null;
  const more = writes.length - MOST_TOLD;
  return (
    <p className="scenario-grid__unreached">
      No scenario reaches{" "}
      {writes.slice(0, MOST_TOLD).map(({ token, name, position }, index) => (
        <span key={`${token} ${name} ${position.file} ${position.line} ${position.column}`}>
          {index > 0 && ", "}the write of{" "}
          <code>
            <VisibleText text={name} />
          </code>{" "}
          at <PositionLink position={position} isShort />
        </span>
      ))}
      {more > 0 && ` and ${more} more`}. Add one that does.
    </p>
  );
}
