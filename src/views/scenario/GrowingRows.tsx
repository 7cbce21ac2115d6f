/** The rows of a list of any length: the first ones, more as they come into view, and always the last, which may just have been added. */
import type { ReactNode } from "react";
import { Button } from "../parts/Button.tsx";
import { useGrowingLimit } from "../parts/use-growing-limit.ts";

type GrowingRowsProps = {
  readonly count: number;
  /** How many are drawn at once. */
  readonly batch: number;
  readonly row: (index: number) => ReactNode;
};

export function GrowingRows({ count, batch, row }: GrowingRowsProps) {
  const { limit, endRef, grow } = useGrowingLimit(count - 1, batch);
  return (
    <>
      {Array.from({ length: Math.min(limit, count) }, (_, index) => row(index))}
      {limit < count - 1 && (
        <Button look="quiet" ref={endRef} onClick={grow}>
          {(count - 1 - limit).toLocaleString("en")} more · show
        </Button>
      )}
      {limit < count && row(count - 1)}
    </>
  );
}
