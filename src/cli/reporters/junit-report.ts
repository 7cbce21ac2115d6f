/** The report as JUnit's XML, as servers that run tests read it. */
import type { Report, ReportedScenario, ReportedWorkflow } from "../../expect/report.ts";
import { placeText } from "./text-report.ts";

export function junitReport({ workflows, holds, fails, unchecked }: Report): string {
  const errors = workflows.reduce((sum, { mistakes }) => sum + mistakes.length, 0);
  const suites = workflows.map(suite).join("");
  const counts = `tests="${holds + fails + unchecked + errors}" failures="${fails}" errors="${errors}" skipped="${unchecked}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kinde-workflows" ${counts}>\n${suites}</testsuites>\n`;
}

function suite({ name, file, mistakes, scenarios }: ReportedWorkflow): string {
  const count = (status: ReportedScenario["status"]) => scenarios.filter((one) => one.status === status).length;
  const counts = `tests="${scenarios.length + mistakes.length}" failures="${count("fails")}" errors="${mistakes.length}" skipped="${count("unchecked")}"`;
  const errors = mistakes.map(
    (mistake) =>
      `    <testcase classname="${xml(name)}" name="scenarios.json" file="${xml(mistake.file)}" line="${mistake.line}">\n      <error message="${xml(mistake.message)}">${xml(placeText(mistake))}</error>\n    </testcase>\n`,
  );
  const cases = scenarios.map((scenario) => testCase(name, file, scenario));
  return `  <testsuite name="${xml(name)}" ${counts}>\n${errors.join("")}${cases.join("")}  </testsuite>\n`;
}

function testCase(workflow: string, file: string, { name, status, checks }: ReportedScenario): string {
  const start = `    <testcase classname="${xml(workflow)}" name="${xml(name)}" file="${xml(file)}"`;
  if (status === "holds") return `${start}/>\n`;
  if (status === "unchecked") return `${start}>\n      <skipped message="nothing is expected"/>\n    </testcase>\n`;
  const failed = checks.filter((check) => check.status === "fails");
  const lines = failed.map(({ sentence, at }) => `${sentence}${at ? ` (${placeText(at)})` : ""}`);
  return `${start}>\n      <failure message="${xml(failed[0]?.sentence ?? "")}">${xml(lines.join("\n"))}</failure>\n    </testcase>\n`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\n", "&#10;"],
  ["\t", "&#9;"],
]);

/** XML has no place for most control characters and lone surrogates: they become U+FFFD. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\p{Surrogate}]/gu, "\ufffd")
      .replace(/[&<>"\n\t]/g, (character) => ENTITIES.get(character) ?? character)
  );
}
