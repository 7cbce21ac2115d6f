/** What tells one state of a piece of work from another, in a few words. */
import type { Project } from "../../workflow/project.ts";
import { SCENARIO_PARTS, type Scenario } from "../../workflow/scenario.ts";
import { changedLines } from "./changed-lines.ts";

const LONGEST_LINE = 48;

/** The first place at which a project differs from another, with its words; null when they are the same. */
export function firstDifference(project: Project, from: Project): string | null {
  for (const { name, text } of project.files) {
    const before = from.files.find((file) => file.name === name);
    if (before === undefined) return `has ${name}`;
    if (before.text === text) continue;
    const lines = text.split("\n");
    const { first, count } = changedLines(lines, before.text.split("\n"));
    const written = lines.slice(first, first + count).find((line) => line.trim() !== "");
    const place = `${project.files.length > 1 ? `${name}, ` : ""}line ${first + 1}`;
    return written === undefined ? `${place}: lines gone` : `${place}: ${shortened(written.trim())}`;
  }
  const gone = from.files.find(({ name }) => project.files.every((file) => file.name !== name));
  if (gone !== undefined) return `without ${gone.name}`;
  const changed = project.scenarios.find(
    (scenario) => !from.scenarios.some((other) => other.name === scenario.name && isSame(other, scenario)),
  );
  if (changed !== undefined) return `scenario ${changed.name}`;
  const removed = from.scenarios.find(({ name }) => project.scenarios.every((scenario) => scenario.name !== name));
  return removed === undefined ? null : `without scenario ${removed.name}`;
}

/** Of each that shares its title with another, how it differs from the next of them; else null. */
export function differencesAmong(
  works: readonly { readonly title: string; readonly project: Project }[],
): readonly (string | null)[] {
  return works.map(({ title, project }, at) => {
    const others = [...works.slice(at + 1), ...works.slice(0, at).reverse()];
    const next = others.find((other) => other.title === title);
    return next === undefined ? null : firstDifference(project, next.project);
  });
}

function isSame(one: Scenario, other: Scenario): boolean {
  return (
    one.expect === other.expect &&
    SCENARIO_PARTS.every(
      (part) => one[part] === other[part] || JSON.stringify(one[part]) === JSON.stringify(other[part]),
    )
  );
}

function shortened(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}
