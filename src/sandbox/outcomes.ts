/** The ways a run can fail, in production's words and in ours. */
import type { Frame, Limit, Outcome, Phase, WorkflowError } from "../workflow/execution.ts";
import { isJsonObject, parseJson } from "../workflow/json.ts";
import type { Position } from "../workflow/position.ts";
import { adviceFor } from "./advice.ts";
import type { Frames } from "./frames.ts";

type Failure = Exclude<Outcome, { kind: "completed" }>;

/** Production strips the name of Go's errors wherever it stands (recorded). */
const withoutGoError = (text: string) => text.replaceAll("GoError: ", "");

const BUILT_IN_ERRORS = "Error TypeError RangeError ReferenceError SyntaxError URIError EvalError AggregateError".split(
  " ",
);

/** @param described JSON from the glue: `text`, `name`, `message` and `sites`. */
export function thrownError(described: string, phase: Phase, frames: Frames): WorkflowError {
  const json = described === "" ? {} : parseJson(described);
  const member = (name: string) => (isJsonObject(json) && typeof json[name] === "string" ? json[name] : "");
  const missing = /^(\S+) is not defined$/u.exec(member("message"))?.[1];
  const made = BUILT_IN_ERRORS.includes(member("name")) ? (missing ?? member("name")) : null;
  const parsed = frames.parse(member("sites"), made);
  const stack = frames.toStack(parsed);
  const text = withoutGoError(member("text"));
  const error = withPosition(
    {
      name: member("name"),
      message: member("message"),
      productionText: stack === "" ? text : `${text}\n${stack}`,
      frames: parsed,
    },
    frames.reported(parsed),
  );
  return advised(error, phase);
}

/** Refused by the runtime itself, with its own text. */
export function refusedBy(text: string, phase: Phase, position: Position): WorkflowError {
  return advised({ name: "", message: text, productionText: text, position, frames: [] }, phase);
}

/** The error with what to do about it, where that is known. */
function advised(error: WorkflowError, phase: Phase): WorkflowError {
  const advice = adviceFor(error.productionText.split("\n")[0] ?? "", phase);
  return advice === undefined ? error : { ...error, advice };
}

/** Production's host crashed under the call; no code can catch that. */
export function crashed(text: string, phase: Phase, parsed: readonly Frame[], frames: Frames): WorkflowError {
  const error = { name: "", message: text, productionText: text, frames: parsed };
  return advised(withPosition(error, frames.reported(parsed)), phase);
}

const LIMITS: { readonly [L in Limit]: { readonly message: string; readonly advice: string } } = {
  time: {
    message: "The run took longer than its time limit.",
    advice: "Look for a loop that does not end. Production stops such a run as well, and nothing can catch that.",
  },
  memory: {
    message: "The run needed more memory than the playground gives it.",
    advice: "Keep less in memory: look for a list or a text that only grows.",
  },
  stack: {
    message: "The calls nest deeper than the playground can follow.",
    advice: "Look for a function that calls itself without end: production stops it at the time limit.",
  },
  output: {
    message: "The run wrote more than the playground keeps.",
    advice: "Write fewer or smaller logs and claims: look for output inside a loop that does not end.",
  },
};

/** What production reports for a run that it stopped. */
const TIME_LIMIT_TEXT = "execution time exceeded";

/** A run that a limit ended. @param frames where it stood; none when the engine could not say. */
export function interrupted(limit: Limit, phase: Phase, parsed: readonly Frame[], frames: Frames): Failure {
  const isTimeInProduction = limit === "time" || limit === "stack";
  const { message, advice } = LIMITS[limit];
  const error = {
    name: "",
    message,
    productionText: isTimeInProduction ? TIME_LIMIT_TEXT : message,
    frames: parsed,
    advice,
  };
  return { kind: "interrupted", phase, limit, error: withPosition(error, frames.reported(parsed)) };
}

/** The default export's promise is pending and nothing is left that could settle it. */
export function neverSettled(position: Position): Failure {
  return {
    kind: "never-settled",
    error: {
      name: "",
      message: "The workflow waits for a promise that can never settle.",
      productionText: "",
      position,
      frames: [],
      advice: "Every awaited promise needs something that resolves it. Production would wait without end.",
    },
  };
}

function withPosition(error: WorkflowError, position: Position | undefined): WorkflowError {
  return position ? { ...error, position } : error;
}
