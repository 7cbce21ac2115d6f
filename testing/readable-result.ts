/** A run's result as `expected.json` writes it: values instead of JSON text, and without what is not the example's. */
import type { ClaimChange } from "../src/workflow/claim.ts";
import type { Effect, GuestValue, WorkflowError } from "../src/workflow/execution.ts";
import { type Json, parseJson } from "../src/workflow/json.ts";
import type { Position } from "../src/workflow/position.ts";
import type { RunResult, TokenResult } from "../src/workflow/run-result.ts";

const at = (position: Position | undefined) => (position ? { at: `${position.file}:${position.line}` } : {});

const optional = (name: string, json: string | undefined) => (json === undefined ? {} : { [name]: parseJson(json) });

const value = ({ text, problem }: GuestValue): Json =>
  problem === null ? parseJson(text) : { value: parseJson(text), problem };

function claim({ name, state, before, after, attempted, writes, position, rules }: ClaimChange) {
  return {
    name,
    state,
    ...optional("before", before),
    ...optional("after", after),
    ...(attempted ? { attempted: value(attempted) } : {}),
    writes,
    ...at(position),
    rules: rules.map(({ provenance, sentence }) => `${provenance}: ${sentence}`),
  };
}

function token({ name, changes, issuedText }: TokenResult) {
  return {
    name,
    changes: changes.filter(({ state }) => state !== "unchanged").map(claim),
    unchanged: changes.filter(({ state }) => state === "unchanged").map((change) => change.name),
    issued: issuedText === null ? null : parseJson(issuedText),
  };
}

function effect(one: Effect) {
  switch (one.kind) {
    case "claim":
      return { kind: one.kind, token: one.token, name: one.name, value: value(one.value), ...at(one.position) };
    case "log":
      return { kind: one.kind, level: one.level, args: one.args.map(value), ...at(one.position) };
    case "call": {
      const { answer } = one;
      const answered =
        answer === undefined
          ? {}
          : "error" in answer
            ? { answer }
            : { answer: { ...answer, text: parseJson(answer.text) } };
      return { kind: one.kind, fn: one.fn, args: one.args.map(value), ...answered, ...at(one.position) };
    }
  }
}

function failure({ name, message, productionText, position, advice, frames }: WorkflowError) {
  return {
    name,
    message,
    productionText: productionText.split("\n")[0] ?? "",
    ...at(position),
    ...(advice === undefined ? {} : { advice }),
    frames: frames
      .filter(({ origin }) => origin !== "glue")
      .map((frame) => ({ functionName: frame.functionName, origin: frame.origin, ...at(frame.position) })),
  };
}

function outcome(one: RunResult["outcome"]) {
  switch (one.kind) {
    case "completed":
      return { kind: one.kind, ...(one.returned ? { returned: value(one.returned) } : {}) };
    case "unready":
      return one;
    case "failed":
      return { kind: one.kind, phase: one.phase, error: failure(one.error) };
    case "interrupted":
      return { kind: one.kind, phase: one.phase, limit: one.limit, error: failure(one.error) };
    case "never-settled":
      return { kind: one.kind, error: failure(one.error) };
  }
}

/** Leaves out durations, columns and the frames of our own glue. */
export function readable(result: RunResult) {
  const { kind, sentence, rule } = result.signIn;
  return {
    trigger: result.trigger,
    settings: result.settings,
    outcome: outcome(result.outcome),
    signIn: { kind, sentence, rule: `${rule.provenance}: ${rule.sentence}` },
    tokens: result.tokens.map(token),
    effects: result.effects.map(effect),
    diagnostics: result.diagnostics.map(({ position, rule, end, ...rest }) => ({ ...rest, ...at(position) })),
  };
}
