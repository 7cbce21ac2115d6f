/** The end of a long list: how many rows there are beyond those drawn, and a button for more. */
import { useState } from "react";
import { formatCount } from "../format.ts";

const BATCH = 200;

export function useMoreRows(total: number) {
  const [batches, setBatches] = useState(1);
  return { limit: Math.min(total, batches * BATCH), more: () => setBatches((count) => count + 1) };
}

type MoreRowsProps = { readonly total: number; readonly limit: number; readonly onMore: () => void };

export function MoreRows({ total, limit, onMore }: MoreRowsProps) {
  if (limit >= total) return null;
  return (
    <li className="run-list__more">
      <button type="button" className="copy-value__toggle" onClick={onMore}>
        {formatCount(total - limit, "more row")} · show
      </button>
    </li>
  );
}
