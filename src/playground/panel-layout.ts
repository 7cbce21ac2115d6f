/** How the panels of the wide page share their space: the defaults, the least sizes, and what of a remembered layout is usable. */

/** Percentages by panel id; they sum to 100. */
export type PanelLayout = { readonly [panel: string]: number };

export const GROUPS = {
  columns: { in: 50, out: 50 },
  in: { code: 70, scenario: 30 },
  out: { result: 66, run: 34 },
} as const satisfies { readonly [group: string]: PanelLayout };

export type GroupName = keyof typeof GROUPS;

/** The remembered layout when it has exactly the group's panels and sums to 100, else the default; in the panels' order. */
export function usableLayout(group: GroupName, remembered: unknown): PanelLayout {
  const fallback: PanelLayout = GROUPS[group];
  if (typeof remembered !== "object" || remembered === null) return fallback;
  const entries = Object.entries(remembered);
  const isUsable =
    entries.length === Object.keys(fallback).length &&
    entries.every(([panel, size]) => Object.hasOwn(fallback, panel) && typeof size === "number" && size >= 0) &&
    Math.abs(entries.reduce((sum, [, size]) => sum + size, 0) - 100) < 0.5;
  if (!isUsable) return fallback;
  const sizes = new Map(entries);
  return Object.fromEntries(Object.keys(fallback).map((panel) => [panel, sizes.get(panel) ?? 0]));
}
