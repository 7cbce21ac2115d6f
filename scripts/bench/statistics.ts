/** Medians, percentiles and how they are written. */

/** In milliseconds, bytes or times; null where nothing was measured. */
export type Figure = number | null;
export type Spread = { readonly median: Figure; readonly p95: Figure; readonly count: number };

type Cell = string | number | null | undefined;
export type Row = readonly Cell[];
export type Table = { readonly title: string; readonly head: readonly string[]; readonly rows: readonly Row[] };

/** @param share 0.5 for the median. Null for no values. */
function percentile(values: readonly number[], share: number): Figure {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? null;
}

const median = (values: readonly number[]) => percentile(values, 0.5);

/** What a table shows of a list of durations or sizes. */
export function spread(values: readonly number[]): Spread {
  return { median: round(median(values)), p95: round(percentile(values, 0.95)), count: values.length };
}

export function round(value: number | null | undefined): Figure {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}

/** A Markdown table; null and undefined are dashes. */
export function table({ head, rows }: Pick<Table, "head" | "rows">): string {
  const line = (cells: Row) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`;
  return [line(head), `|${head.map((_, index) => (index === 0 ? "---" : "---:")).join("|")}|`, ...rows.map(line)].join(
    "\n",
  );
}
