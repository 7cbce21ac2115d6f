/** The changes inside a value as a small tree of only what changed. */
import type { NestedChange } from "../../../claims/nested-changes.ts";
import { nameText } from "../run/guest-text.ts";

export type NestedNode = {
  /** The way from the parent; several steps where there is no fork between. */
  readonly label: string;
  readonly change?: NestedChange;
  readonly nodes: readonly NestedNode[];
};

type Step = string | number;

function stepText(step: Step, isFirst: boolean): string {
  if (typeof step === "number") return `[${step}]`;
  const name = nameText(step);
  if (name !== step) return `[${name}]`;
  return isFirst ? name : `.${name}`;
}

function labelOf(steps: readonly Step[]): string {
  return steps.map((step, index) => stepText(step, index === 0)).join("");
}

/** How many steps all paths share, from `from` on, leaving each at least its last one. */
function sharedSteps(changes: readonly NestedChange[], from: number): number {
  const first = changes[0]?.path ?? [];
  let end = from;
  while (changes.every(({ path }) => end < path.length - 1 && path[end] === first[end])) end += 1;
  return end - from;
}

function nodesFrom(changes: readonly NestedChange[], from: number): readonly NestedNode[] {
  const groups = new Map<Step, NestedChange[]>();
  const nodes: (NestedNode | { readonly group: NestedChange[]; readonly step: Step })[] = [];
  for (const change of changes) {
    const step = change.path[from];
    if (step === undefined || change.path.length === from + 1) {
      nodes.push({ label: labelOf(change.path.slice(from)), change, nodes: [] });
      continue;
    }
    const group = groups.get(step);
    if (group) group.push(change);
    else {
      const started = [change];
      groups.set(step, started);
      nodes.push({ group: started, step });
    }
  }
  return nodes.map((node) => ("group" in node ? branchOf(node.group, from) : node));
}

function branchOf(group: readonly NestedChange[], from: number): NestedNode {
  const [only] = group;
  if (group.length === 1 && only) return { label: labelOf(only.path.slice(from)), change: only, nodes: [] };
  const end = from + 1 + sharedSteps(group, from + 1);
  return { label: labelOf((only?.path ?? []).slice(from, end)), nodes: nodesFrom(group, end) };
}

/** In the order of the changes. A removed and an added item may have the same label. */
export function nestedTree(changes: readonly NestedChange[]): readonly NestedNode[] {
  return nodesFrom(changes, 0);
}
