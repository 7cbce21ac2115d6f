/** Each scenario with its newest run and whether what is expected of it holds. */
import { readExpectations } from "../../expect/read-expectations.ts";
import type { Check } from "../../expect/check.ts";
import { judge } from "../../expect/verdict.ts";
import type { ScenarioRun } from "../../store/playground-store.ts";
import type { Project } from "../../workflow/project.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import type { JudgedStatus } from "./status-looks.ts";

export type JudgedScenario = {
  readonly name: string;
  readonly status: JudgedStatus;
  readonly checks: readonly Check[];
  /** Null where there is none. */
  readonly result: RunResult | null;
  /** The source it is of; null where there is no run. */
  readonly files: Project["files"] | null;
  /** Why there is no verdict, or what no check can say: in a sentence. Null where there is nothing to say. */
  readonly trouble: string | null;
};

/** One scenario as it is judged. */
export type ToJudge = { readonly name: string; readonly expect: string; readonly run: ScenarioRun | null };

export function judgedScenario({ name, expect, run }: ToJudge): JudgedScenario {
  const reading = readExpectations(expect);
  const answer = run?.answer ?? null;
  const result = answer?.kind === "result" ? answer.result : null;
  const base = { name, checks: [], result, files: run?.files ?? null, trouble: null };
  if (reading.kind === "invalid") {
    const [first] = reading.mistakes;
    const place = first ? `line ${first.line}, column ${first.column}: ${first.message}` : "";
    return { ...base, status: "unreadable", trouble: `What is expected cannot be read: ${place}` };
  }
  const { expectations } = reading;
  if (answer === null) return { ...base, status: "waiting" };
  switch (answer.kind) {
    case "result":
      return { ...base, ...judge(expectations, answer.result) };
    case "hung":
      return {
        ...base,
        status: expectations === null ? "unchecked" : "fails",
        trouble: `The workflow did not stop within ${answer.limitMs} ms.`,
      };
    case "crashed":
      return { ...base, status: "unknown", trouble: answer.message };
    case "stopped":
      return { ...base, status: "unknown", trouble: "The run was stopped." };
  }
}

/** How many scenarios there are of each status. */
export function countStatuses(judged: readonly JudgedScenario[]): { readonly [S in JudgedStatus]: number } {
  const counts = { holds: 0, fails: 0, unchecked: 0, unreadable: 0, waiting: 0, unknown: 0 };
  for (const { status } of judged) counts[status] += 1;
  return counts;
}
