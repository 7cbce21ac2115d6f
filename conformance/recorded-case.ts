/** Anything recorded (a vector, a language feature, a mistake) in one form: what to run, and what its result must be. */
import type { RunResult } from "../src/workflow/run-result.ts";
import { compareEnd, compareReturned, compareRun } from "./compare.ts";
import { isExplained } from "./explained.ts";
import { type Job, jobOf } from "./job.ts";
import { observe } from "./observed.ts";
import type { Expected, Mistake, SyntaxCase, Tier, Vector } from "./vector.ts";

export type Group = Tier | "syntax" | "mistake" | "caught";

export type RecordedCase = {
  readonly id: string;
  readonly group: Group;
  readonly job: Job;
  /** Whether the time limit is what has to end it. */
  readonly endsByTime: boolean;
  /** Null when the result is what was recorded, else what differs, in one line. */
  difference(result: RunResult): string | null;
  /** Whether a result that differs says so itself. */
  isExplained(result: RunResult): boolean;
};

const EVENT = { request: { ip: "203.0.113.7" }, context: { user: { id: "kp_1" } } };
const TIMEOUT_MS = 2_000;
const never = () => false;

export function caseOfVector(vector: Vector): RecordedCase {
  return {
    id: vector.id,
    group: vector.tier,
    job: jobOf(vector),
    endsByTime: vector.expected.error?.compare === "timeout",
    difference: (result) => compareRun(vector.expected, observe(result)),
    isExplained: (result) => vector.tier === "quirk" && isExplained(vector, observe(result)),
  };
}

export function caseOfSyntax(syntax: SyntaxCase): RecordedCase {
  return {
    id: syntax.feature,
    group: "syntax",
    job: jobOf({
      files: { ...syntax.files, "Workflow.ts": syntax.source },
      scenario: { event: EVENT, timeoutMs: TIMEOUT_MS },
    }),
    endsByTime: false,
    difference: (result) => syntaxDifference(syntax, result),
    isExplained: never,
  };
}

function syntaxDifference({ runs, failedPhase }: SyntaxCase, result: RunResult): string | null {
  const { outcome, phase } = observe(result);
  const completed = outcome.kind === "completed";
  if (completed !== runs) {
    const why = completed ? "" : ` (${outcome.error.productionText})`;
    return `${completed ? "runs" : `fails in ${phase}`}${why}, expected ${runs ? "that it runs" : failedPhase}`;
  }
  if (completed) return null;
  const isSame = phase === failedPhase || (phase !== "execute" && failedPhase !== "execute");
  return isSame ? null : `fails in ${phase}, expected ${failedPhase}`;
}

const HEAD = `import { accessTokenCustomClaims, WorkflowTrigger } from "@kinde/infrastructure";
export const workflowSettings = { id: "mistake", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {}, console: {}, url: {} } };
export default async function Workflow(event: any) {`;
const HEAD_LINES = HEAD.split("\n").length;
const NOTHING = { claimWrites: [], calls: [], logs: [] };

/** A mistake as it is, and, where it was recorded, what a `catch` around it sees. */
export function casesOfMistake({ mistake, code, production, caught }: Mistake): readonly RecordedCase[] {
  const caseOf = (group: Group, body: string, expected: Expected): RecordedCase => ({
    id: group === "caught" ? `${mistake} (caught)` : mistake,
    group,
    job: jobOf({
      files: { "Workflow.ts": `${HEAD}\n${body}\n}\n` },
      scenario: { event: EVENT, timeoutMs: TIMEOUT_MS },
    }),
    endsByTime: expected.error?.compare === "timeout",
    difference: (result) => compareEnd(expected, observe(result)) ?? compareReturned(expected, observe(result)),
    isExplained: never,
  });
  if (production.completes === true) {
    const { returned = null } = production;
    return [caseOf("mistake", code, { ...NOTHING, phase: "execute", ok: true, returned })];
  }
  const { text, phase, line } = production;
  const compare = text === "execution time exceeded" ? "timeout" : "text";
  const error = { compare, text, ...(line === null ? {} : { line: line + HEAD_LINES }) } as const;
  const whole = caseOf("mistake", code, { ...NOTHING, phase, ok: false, error });
  if (!Array.isArray(caught)) return [whole];
  const body = `try { return await (async () => {\n${code}\n})(); } catch (e: any) { return [e?.name ?? typeof e, e?.message ?? null, String(e)]; }`;
  return [whole, caseOf("caught", body, { ...NOTHING, phase: "execute", ok: true, returned: caught })];
}
