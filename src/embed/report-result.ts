/** What a page learns of a run in an embed: the outcome and the claims that changed, without any value of an environment variable or pasted token. */
import type { ShortForm } from "../expect/short-form.ts";
import { failedExpectations } from "../expect/failed-expectations.ts";
import type { PlaygroundState } from "../store/playground-store.ts";
import type { Project } from "../workflow/project.ts";
import { createRedactor, REDACTED } from "../workflow/redact-secrets.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { TokenName } from "../workflow/token.ts";
import type { EmbedMessage, ReportedChange } from "./messages.ts";

type ResultMessage = Extract<EmbedMessage, { type: "kinde-workflow:result" }>;

/** Null while there is nothing to report. */
export function reportOf(
  {
    run,
    project,
    view,
  }: Pick<PlaygroundState, "run" | "project"> & { readonly view: { readonly token: TokenName | null } },
  expectation: ShortForm | null,
): ResultMessage | null {
  if (run.status === "hung") {
    const type = "kinde-workflow:result";
    return { type, outcome: "hung", message: run.message, signIn: "not-started", tokens: [] };
  }
  return run.status === "done" && run.latest !== null
    ? reportOfResult(run.latest, project, expectation, view.token)
    : null;
}

function reportOfResult(
  result: RunResult,
  project: Project,
  expectation: ShortForm | null,
  token: TokenName | null,
): ResultMessage {
  const imported = hasPastedToken(project);
  const redactor = createRedactor(project.scenarios.flatMap(({ env }) => env.map(({ value }) => value)));
  const holdsValue = (text: string) => redactor.isIn(JSON.stringify(text));
  const shown = (json: string) => (redactor.isIn(json) ? JSON.stringify(REDACTED) : json);
  const tokens = result.tokens.map(({ name, changes, issuedText }) => ({
    name,
    isIssued: issuedText !== null,
    changes: changes
      .filter(({ state }) => state !== "unchanged")
      .map(
        ({ name: claim, state, before, after }): ReportedChange => ({
          name: holdsValue(claim) ? REDACTED : claim,
          state,
          ...(before === undefined || imported ? {} : { before: shown(before) }),
          ...(after === undefined || imported ? {} : { after: shown(after) }),
        }),
      ),
  }));
  return {
    type: "kinde-workflow:result",
    outcome: result.outcome.kind,
    // Code can put what it read in a pasted token into its error.
    message: imported ? "" : messageOf(redactor.outcome(result.outcome)),
    signIn: result.signIn.kind,
    tokens,
    ...(expectation === null
      ? {}
      : {
          unmet: failedExpectations(expectation, result, token).map((sentence) =>
            imported || holdsValue(sentence) ? HIDDEN_SENTENCE : sentence,
          ),
        }),
  };
}

export const HIDDEN_SENTENCE = "a value is otherwise than expected";

/** Whether a text must not leave the embed: it holds the value of a variable, or could hold a part of a pasted token. */
export function hidingIn(project: Project): (text: string) => boolean {
  const redactor = createRedactor(project.scenarios.flatMap(({ env }) => env.map(({ value }) => value)));
  return hasPastedToken(project) ? () => true : (text) => redactor.isIn(JSON.stringify(text));
}

function hasPastedToken({ scenarios }: Project): boolean {
  return scenarios.some(({ tokens }) => Object.values(tokens).some((draft) => draft.imported));
}

function messageOf(outcome: RunResult["outcome"]): string {
  if (outcome.kind === "completed") return "";
  return outcome.kind === "unready" ? (outcome.problems[0]?.message ?? "") : outcome.error.message;
}
