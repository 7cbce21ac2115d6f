/** One evaluation of a program in a realm: its steps in order, and the timeline of what it did. */
import type { Discovery, Effect, LogLevel, Outcome, Phase, WorkflowError } from "../workflow/execution.ts";
import type { Json } from "../workflow/json.ts";
import type { Position } from "../workflow/position.ts";
import type { Program } from "../workflow/program.ts";
import type { RunInput } from "../workflow/run-input.ts";
import type { TokenName } from "../workflow/token.ts";
import type { HostAnswer } from "./bindings/binding.ts";
import type { Grants } from "./bindings/grant.ts";
import type { MockSearch } from "./bindings/mock-search.ts";
import type { Ref } from "./engine-exports.ts";
import { Frames } from "./frames.ts";
import { parseGuestValue, plainJson } from "./guest-value.ts";
import type { Locate } from "./locate.ts";
import { MissingModuleError } from "./missing-module.ts";
import { crashed, interrupted, neverSettled, refusedBy, thrownError } from "./outcomes.ts";
import { type UnitShape, unitPrefix, wrapUnit } from "./prelude.ts";
import type { SandboxParts } from "./native-modules.ts";
import type { Realm, Recorder, Step, Stop } from "./realm.ts";
import type { Site } from "./site.ts";
import type { Traced } from "./tracing/trace.ts";
import type { UsageIn } from "./tracing/usage.ts";

/** Sum of all recorded text in a run, and how many things it may do. */
const MAX_OUTPUT = 8_000_000;
const MAX_EFFECTS = 20_000;

type Failure = Exclude<Outcome, { kind: "completed" }>;

/** What execution runs with. */
export type RunContext = {
  readonly input: RunInput;
  readonly grants: Grants;
  readonly MockSearch: SandboxParts["MockSearch"];
};

/** How a run is traced: what it sees of the traced operations, and whether a failure at a place is worth another run. */
type Tracing = {
  readonly traced: Traced | undefined;
  readonly isWorthwhile: (site: Site) => boolean;
  readonly usageIn: UsageIn | undefined;
};

/** Thrown by a run that has to be made once more, with the program traced around the site. */
export class UnclearFailure extends Error {
  override readonly name = "UnclearFailure";
  readonly site: Site;
  constructor(site: Site) {
    super("A failure is not clear without its values.");
    this.site = site;
  }
}

export class Run implements Recorder {
  readonly effects: Effect[] = [];
  readonly #realm: Realm;
  readonly #program: Program;
  readonly #frames: Frames;
  readonly #context: RunContext | null;
  readonly #mocks: MockSearch | null;
  readonly #tracing: Tracing;
  #outputSize = 0;
  #unclearSite: Site | null = null;
  #isUnparsable = false;

  /** @param context what execution runs with; null for discovery. */
  constructor(realm: Realm, program: Program, locate: Locate, context: RunContext | null, tracing: Tracing) {
    this.#realm = realm;
    this.#program = tracing.traced?.program ?? program;
    this.#tracing = tracing;
    const prefix = unitPrefix(this.#shape(false)).length;
    this.#frames = new Frames(program, prefix, locate, tracing.usageIn, tracing.traced?.original);
    this.#context = context;
    this.#mocks = context?.MockSearch ? new context.MockSearch(context.input.fetchMocks) : null;
  }

  discover(): Omit<Discovery, "workedMs" | "durationMs"> {
    const failure = this.#evaluate("introspect");
    if (failure) return { failure, isUnparsable: this.#isUnparsable };
    const refusal = this.#text(this.#realm.call("checkDefault"), "introspect");
    if (typeof refusal !== "string") return { failure: refusal };
    if (refusal !== "") return { failure: failed("introspect", refusedBy(refusal, "introspect", this.#entryStart())) };
    const settings = this.#text(this.#realm.call("settings"), "introspect");
    if (typeof settings !== "string") return { failure: settings };
    if (settings === "") return {};
    if (settings.startsWith("!")) {
      const text = `panic: interface conversion: interface {} is ${settings.slice(1)}, not map[string]interface {}`;
      return { failure: failed("introspect", refusedBy(text, "introspect", this.#entryStart())) };
    }
    return { settings: parseGuestValue(settings) };
  }

  execute(): Outcome {
    const context = this.#context;
    if (!context) throw new TypeError("execute needs an input");
    const granted = this.#step(this.#realm.call("grant", context.grants.text), "execute");
    if ("outcome" in granted) return granted.outcome;
    const failure = this.#evaluate("execute");
    if (failure) return failure;
    const event = context.input.event;
    const started = this.#step(this.#realm.call("start", event === null ? "" : eventText(event)), "execute");
    // Jobs of a default export that throws at once still run (recorded).
    this.#realm.runJobs();
    if (this.#realm.stopped) return this.#stoppedOutcome("execute");
    if ("outcome" in started) return started.outcome;
    const promise = this.#realm.promise(started.value);
    if (promise === null) {
      const type = this.#text(this.#realm.call("typeOfResult", started.value), "execute");
      if (typeof type !== "string") return type;
      const text = `interface conversion: interface {} is ${type}, not *goja.Promise`;
      return failed("execute", refusedBy(text, "execute", this.#entryStart()));
    }
    if (promise.state === "pending") return neverSettled(this.#entryStart());
    if (promise.state === "rejected") return this.#thrown(promise.result, "execute");
    const returned = this.#text(this.#realm.call("encodeResult", promise.result), "execute");
    if (typeof returned !== "string") return returned;
    return returned === "" ? { kind: "completed" } : { kind: "completed", returned: parseGuestValue(returned) };
  }

  #evaluate(phase: Phase): Failure | null {
    const { unit, transpiler } = this.#program;
    const hidesExports = transpiler === "sucrase" && !unit.code.includes("__esModule");
    const code = wrapUnit(unit.code, this.#shape(hidesExports));
    const made = this.#step(this.#realm.evaluate(code, unit.file), phase);
    // What is evaluated here is a function expression: no code of the author's has run yet.
    this.#isUnparsable = "outcome" in made && this.#realm.stopped === null;
    if ("outcome" in made) return made.outcome;
    const evaluated = this.#step(this.#realm.call("evaluate", unit.file, made.value), phase);
    if ("outcome" in evaluated) return evaluated.outcome;
    this.#realm.runJobs();
    return this.#realm.stopped ? this.#stoppedOutcome(phase) : null;
  }

  #shape(hidesExports: boolean): UnitShape {
    return { strict: this.#program.strict, hidesExports, traced: this.#tracing.traced?.name };
  }

  #step(step: Step, phase: Phase): { readonly value: Ref } | { readonly outcome: Failure } {
    switch (step.kind) {
      case "value":
        return { value: step.value };
      case "thrown":
        return { outcome: this.#thrown(step.value, phase) };
      case "stopped":
        return { outcome: this.#stoppedOutcome(phase) };
    }
  }

  #text(step: Step, phase: Phase): string | Failure {
    const result = this.#step(step, phase);
    return "outcome" in result ? result.outcome : this.#realm.text(result.value);
  }

  #thrown(thrown: Ref, phase: Phase): Failure {
    const described = this.#realm.call("describe", thrown);
    if (described.kind === "stopped") return this.#stoppedOutcome(phase);
    const text = described.kind === "value" ? this.#realm.text(described.value) : "";
    const error = thrownError(text, phase, this.#frames);
    if (error.name === "InternalError" && error.message === "out of memory") {
      return interrupted("memory", phase, error.frames, this.#frames);
    }
    return failed(phase, error);
  }

  #stoppedOutcome(phase: Phase): Failure {
    const stop = this.#realm.stopped ?? { limit: "time", text: "" };
    const frames = this.#frames.parse(this.#realm.standsAt);
    if (stop.limit === "unclear" && this.#unclearSite) throw new UnclearFailure(this.#unclearSite);
    if (stop.limit === "module") throw new MissingModuleError(stop.text);
    if (stop.limit === "panic") return failed(phase, crashed(stop.text, phase, frames, this.#frames));
    return interrupted(stop.limit === "unclear" ? "time" : stop.limit, phase, frames, this.#frames);
  }

  #entryStart(): Position {
    return { file: this.#frames.entrySource, line: 1, column: 1 };
  }

  // What the guest reports while it runs.

  claim(token: string, name: string, value: string, place: string): void {
    if (!this.#admit(name.length + value.length)) return;
    this.#record({ kind: "claim", token: token as TokenName, name, value: parseGuestValue(value) }, place);
  }

  log(level: string, args: readonly string[], place: string): void {
    if (!this.#admit(sizeOf(args))) return;
    this.#record({ kind: "log", level: level as LogLevel, args: args.map(parseGuestValue) }, place);
  }

  call(fn: string, args: readonly string[], place: string): string {
    const answerOf = this.#context?.grants.functions.get(fn);
    if (!this.#context || !answerOf || !this.#admit(sizeOf(args))) return "=null";
    const values = args.map(parseGuestValue);
    const answer = answerOf({ args: values.map(plainJson), values, input: this.#context.input, mocks: this.#mocks });
    if (answer.kind === "beyond") {
      this.#realm.stop({ limit: "module", text: "mocks" });
      return "=null";
    }
    // A small link can hold a large mock: what the host answers is output too.
    if (answer.kind !== "callback" && !this.#admit(answer.text.length)) return "=null";
    this.#record({ kind: "call", fn, args: values, ...shownAnswer(answer) }, place);
    switch (answer.kind) {
      case "value":
        return `=${answer.text}`;
      case "error":
        return `!${answer.text}`;
      case "callback":
        return `?${answer.member}`;
    }
  }

  frames(sites: string): string {
    try {
      return this.#frames.toStack(this.#frames.parse(sites));
    } catch (error) {
      if (!(error instanceof MissingModuleError)) throw error;
      this.#realm.stop({ limit: "module", text: "tracing" });
      return "";
    }
  }

  usageOf(sites: string, name: string): string {
    return this.#frames.usage(sites, name);
  }

  unclear(sites: string): Stop | null {
    const site = this.#frames.failing(sites);
    if (site === null || !this.#tracing.isWorthwhile(site)) return null;
    this.#unclearSite = site;
    return { limit: "unclear", text: "" };
  }

  #admit(size: number): boolean {
    this.#outputSize += size;
    const fits = this.#outputSize <= MAX_OUTPUT && this.effects.length < MAX_EFFECTS;
    if (!fits) this.#realm.stop({ limit: "output", text: "" });
    return fits;
  }

  #record(effect: Effect, place: string): void {
    const position = this.#frames.nearest(place);
    this.effects.push(position ? { ...effect, position } : effect);
  }
}

const MINUS_ZERO = "\0-0";

/** The event as JSON text; a -0 stays one, which `JSON.stringify` does not write. */
function eventText(event: Json): string {
  const text = JSON.stringify(event, (_, value: Json) => (Object.is(value, -0) ? MINUS_ZERO : value));
  return text.replaceAll(JSON.stringify(MINUS_ZERO), "-0");
}

const failed = (phase: Phase, error: WorkflowError) => ({ kind: "failed", phase, error }) as const;
const sizeOf = (texts: readonly string[]) => texts.reduce((size, text) => size + text.length, 0);

function shownAnswer(answer: Exclude<HostAnswer, { readonly kind: "beyond" }>): {
  readonly answer?: NonNullable<Extract<Effect, { kind: "call" }>["answer"]>;
} {
  switch (answer.kind) {
    case "value": {
      if (answer.text === "null") return {};
      const { text, mock, latencyMs } = answer;
      return {
        answer: { text, ...(mock === undefined ? {} : { mock }), ...(latencyMs === undefined ? {} : { latencyMs }) },
      };
    }
    case "error": {
      const { kind, text: error, ...rest } = answer;
      return { answer: { error, ...rest } };
    }
    case "callback":
      return {};
  }
}
