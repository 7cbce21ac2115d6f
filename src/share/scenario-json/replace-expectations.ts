/** Writes new expectations into the text of a `scenarios.json`, and leaves everything else, comments too, as it is. */
import { indentJson } from "../../workflow/indent-json.ts";
import { type LocatedJson, readLocatedJson } from "../../workflow/located-json.ts";

/** @param expectations JSON text by the scenario's name. */
export function replaceExpectations(text: string, expectations: ReadonlyMap<string, string>): string {
  const reading = readLocatedJson(text);
  if (reading.kind === "invalid") return text;
  const edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  const scenarios = memberOf(reading.value, "scenarios");
  for (const scenario of scenarios?.kind === "list" ? scenarios.items : []) {
    const name = memberOf(scenario, "name");
    const expected = name?.kind === "text" ? expectations.get(name.text) : undefined;
    if (expected === undefined || scenario.kind !== "object") continue;
    const levels = levelOf(text, scenario.at) + 1;
    const written = indentJson(expected, levels);
    const old = memberOf(scenario, "expect");
    const last = scenario.members.at(-1);
    if (old) edits.push({ at: old.at, end: old.end, text: written });
    else if (last) {
      const at = last.value.end;
      edits.push({ at, end: at, text: `,\n${"  ".repeat(levels)}"expect": ${written}` });
    }
  }
  return edits.reduceRight((whole, edit) => whole.slice(0, edit.at) + edit.text + whole.slice(edit.end), text);
}

function memberOf(json: LocatedJson, name: string): LocatedJson | undefined {
  return json.kind === "object" ? json.members.find((member) => member.name === name)?.value : undefined;
}

/** By how many times two spaces the line of an offset is indented. */
function levelOf(text: string, at: number): number {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return Math.floor((/^[ ]*/.exec(line)?.[0].length ?? 0) / 2);
}
