/** The report as annotations that GitHub puts at the lines of a pull request. */
import type { Report, ReportedPlace } from "../../expect/report.ts";

/** @param prefix of the folder in the repository, "" or with a `/` at its end. */
export function githubReport({ workflows, holds, fails, unchecked }: Report, prefix: string): string {
  const lines: string[] = [];
  const say = (
    kind: "error" | "warning",
    title: string,
    message: string,
    place: ReportedPlace | undefined,
    file: string,
  ) => {
    const at = place ?? { file, line: 1, column: 1 };
    const where = `file=${property(prefix + at.file)},line=${at.line},col=${at.column}`;
    lines.push(`::${kind} ${where},title=${property(title)}::${data(message)}`);
  };
  for (const { name, file, mistakes, scenarios } of workflows) {
    for (const mistake of mistakes) say("error", name, mistake.message, mistake, file);
    for (const scenario of scenarios) {
      for (const { status, sentence, at } of scenario.checks) {
        if (status === "fails") say("error", `${name} › ${scenario.name}`, sentence, at, file);
      }
    }
    const met = new Set<string>();
    for (const problem of scenarios.flatMap(({ problems }) => problems)) {
      const key = `${problem.id} ${problem.file} ${problem.line} ${problem.column}`;
      if (problem.severity === "info" || met.has(key)) continue;
      met.add(key);
      say("warning", problem.id, problem.message, problem, file);
    }
  }
  lines.push(`${holds} hold, ${fails} fail, ${unchecked} not checked`);
  return `${lines.join("\n")}\n`;
}

const data = (text: string) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const property = (text: string) => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
