/** Medians, percentiles and how they are written. */

/** @param share 0.5 for the median. Null for no values. */
export function percentile(values, share) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

export const median = (values) => percentile(values, 0.5);

/** What a table shows of a list of durations or sizes. */
export function spread(values) {
  return { median: round(median(values)), p95: round(percentile(values, 0.95)), count: values.length };
}

export function round(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
}

/** A Markdown table; null and undefined are dashes. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`;
  return [line(head), `|${head.map((_, index) => (index === 0 ? "---" : "---:")).join("|")}|`, ...rows.map(line)].join(
    "\n",
  );
}
