/** The report for people: what fails and where, then the counts. */
import type { Report, ReportedCheck, ReportedPlace, ReportedScenario } from "../../expect/report.ts";

type Paint = (style: "red" | "green" | "yellow" | "dim" | "bold", text: string) => string;

const CODES = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 } as const;

export const colours: Paint = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
export const noColours: Paint = (_, text) => text;

export const placeText = ({ file, line, column }: ReportedPlace) => `${file}:${line}:${column}`;

/** @param openAt the address at which a scenario can be opened; null when none is known. */
export function textReport(
  report: Report,
  paint: Paint,
  openAt: (workflow: string, scenario: string) => string | null,
): string {
  const lines: string[] = [];
  for (const { name, file, mistakes, scenarios } of report.workflows) {
    for (const mistake of mistakes) {
      lines.push(`${paint("red", "ERROR")} ${paint("bold", name)}  ${placeText(mistake)}`, `  ${mistake.message}`);
    }
    for (const scenario of scenarios) lines.push(...scenarioLines(name, scenario, paint, openAt(file, scenario.name)));
  }
  const { holds, fails, unchecked } = report;
  const counts = [
    paint(holds > 0 ? "green" : "dim", `${holds} ${holds === 1 ? "holds" : "hold"}`),
    paint(fails > 0 ? "red" : "dim", `${fails} ${fails === 1 ? "fails" : "fail"}`),
    paint(unchecked > 0 ? "yellow" : "dim", `${unchecked} not checked`),
  ];
  return `${[...lines, counts.join(", ")].join("\n")}\n`;
}

function scenarioLines(
  workflow: string,
  { name, status, checks, outcome }: ReportedScenario,
  paint: Paint,
  link: string | null,
): readonly string[] {
  const title = `${paint("bold", workflow)} › ${name}`;
  if (status === "holds") return [`${paint("green", "ok")}   ${title}`];
  if (status === "unchecked") return [`${paint("yellow", "—")}    ${title}  ${outcome}, nothing is expected`];
  const failed = checks.filter((check) => check.status === "fails");
  const rows = failed.map((check) => `  ${lineOf(check, paint)}`);
  return [`${paint("red", "FAIL")} ${title}`, ...rows, ...(link === null ? [] : [paint("dim", `  open: ${link}`)])];
}

function lineOf({ subject, token, name, expected, got, sentence, at }: ReportedCheck, paint: Paint): string {
  const place = at ? paint("dim", `  ${subject === "claim" ? "written at" : "at"} ${placeText(at)}`) : "";
  if (subject !== "claim" || name === undefined) return `${paint("bold", subject)}  ${sentence}${place}`;
  const claim = token === "accessToken" ? name : `${token}.${name}`;
  return `${paint("bold", claim)}  expected ${expected}, got ${got}${place}`;
}
