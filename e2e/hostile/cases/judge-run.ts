/** Says whether a hostile run ended as it must, and what of the host it touched or showed. */
import type { RunResult } from "../../../src/workflow/run-result.ts";
import { CANARIES, type HostileRun, type RequiredEnd } from "./hostile-case.ts";

function endOf(result: RunResult): RequiredEnd {
  const { outcome } = result;
  switch (outcome.kind) {
    case "completed":
      return "completes";
    case "interrupted":
      return outcome.limit;
    case "never-settled":
      return "waits";
    case "unready":
      return "refused";
    case "failed":
      return outcome.phase === "compile" ? "refused" : "fails";
  }
}

/** What is wrong with how a run ended; empty when all is as it must be. */
export function complaintsAbout(run: HostileRun, result: RunResult): readonly string[] {
  const end = endOf(result);
  const complaints: string[] = [];
  if (!run.ends.includes(end)) {
    const message = "error" in result.outcome ? `: ${result.outcome.error.message.slice(0, 200)}` : "";
    complaints.push(`ended as "${end}", must be ${run.ends.join(" or ")}${message}`);
  }
  const issued = new Map(
    result.tokens.find(({ name }) => name === "accessToken")?.changes.map(({ name, after }) => [name, after]),
  );
  for (const [name, json] of Object.entries(run.claims ?? {})) {
    const found = issued.get(name) ?? null;
    if (found !== json) complaints.push(`claim ${JSON.stringify(name)} is ${found?.slice(0, 200)}, must be ${json}`);
  }
  return [...complaints, ...disagreements(result), ...oversizes(result), ...canariesIn(result)];
}

/** What a run may hand to the page: a little more than the sandbox's own sum of all texts, and an error that can be read. */
const MAX_CHARACTERS = 20_000_000;
const MAX_ERROR_CHARACTERS = 500_000;

function oversizes(result: RunResult): readonly string[] {
  const { outcome, effects } = result;
  let characters = 0;
  for (const effect of effects) {
    if (effect.kind === "claim") characters += effect.name.length + effect.value.text.length;
    else for (const arg of effect.args) characters += arg.text.length;
    if (effect.kind === "call" && effect.answer) characters += JSON.stringify(effect.answer).length;
  }
  const error = "error" in outcome ? JSON.stringify(outcome.error).length : 0;
  return [
    ...(characters > MAX_CHARACTERS ? [`its effects have ${characters} characters`] : []),
    ...(error > MAX_ERROR_CHARACTERS ? [`its error has ${error} characters`] : []),
  ];
}

/** The claims shown and the text that is signed must be one and the same. */
function disagreements(result: RunResult): readonly string[] {
  return result.tokens.flatMap(({ name, changes, issuedText }) => {
    if (issuedText === null) return [];
    const signed = Object.entries(JSON.parse(issuedText) as object).map(([claim, value]) => [
      claim,
      JSON.stringify(value),
    ]);
    const shown = changes.flatMap(({ name: claim, after }) =>
      after === undefined ? [] : [[claim, JSON.stringify(JSON.parse(after))]],
    );
    const order = (rows: string[][]) => JSON.stringify(rows.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)));
    return order(signed) === order(shown as string[][])
      ? []
      : [`${name}: the claims shown are not those that are signed`];
  });
}

function canariesIn(result: RunResult): readonly string[] {
  const { tokens: _, effects, ...rest } = result;
  const parts = [rest, ...effects.filter(({ kind }) => kind !== "claim")].map((part) => JSON.stringify(part));
  return Object.entries(CANARIES).flatMap(([name, canary]) =>
    parts.some((text) => text.includes(canary.slice(0, canary.length / 2)))
      ? [`the canary ${name} is in the result`]
      : [],
  );
}
