/** A page for tests alone: the playground's own runtime, store and signer under its own policy, driven by hostile inputs. */
import { ESCAPES } from "./cases/escapes.ts";
import { EXHAUSTION, UNSTOPPABLE } from "./cases/exhaustion.ts";
import { changedSince, hostSnapshot } from "./cases/host-snapshot.ts";
import { CANARIES, type HostileRun, ORDINARY, ORDINARY_TOKEN, projectOf } from "./cases/hostile-case.ts";
import { complaintsAbout } from "./cases/judge-run.ts";
import { VALUES } from "./cases/values.ts";
import { keepHistory } from "../../src/store/history.ts";
import { autosave } from "../../src/store/autosave.ts";
import { createPlaygroundStore } from "../../src/store/playground-store.ts";
import { signResults } from "../../src/store/sign-results.ts";
import { createStash } from "../../src/store/stash.ts";
import { forgetEverything } from "../../src/store/write-storage.ts";
import { createBrowserRuntime } from "../../src/worker/browser-runtime.ts";
import type { RunAnswer } from "../../src/worker/runtime.ts";
import type { Project } from "../../src/workflow/project.ts";

const NOW_MS = 1_795_424_400_000;
const GROUPS: { readonly [name: string]: readonly HostileRun[] } = {
  escapes: ESCAPES,
  values: VALUES,
  exhaustion: EXHAUSTION,
  unstoppable: UNSTOPPABLE,
};

Object.assign(globalThis, { hostCanary: CANARIES.hostGlobal });
const runtime = createBrowserRuntime((load) => load());
const started = Promise.resolve(runtime.startStandby());

const run = (project: Project, timeoutMs: number): Promise<RunAnswer> =>
  runtime.run(
    { files: project.files, scenario: project.scenarios[0] },
    { nowMs: NOW_MS, timeoutMs, grantConsole: true },
  );

export type Verdict = {
  readonly name: string;
  readonly complaints: readonly string[];
  /** From the start of the run to its answer, how far beyond the limit that was, and what the next ordinary run took. */
  readonly tookMs: number;
  readonly overMs: number;
  readonly nextMs: number;
  /** The longest time in which the page could do nothing. */
  readonly blockedMs: number;
};

/** Watches how long the page is kept from its own work. */
function watchThread(): () => number {
  let longestMs = 0;
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs - 5);
    lastMs = nowMs;
  }, 5);
  return () => {
    clearInterval(timer);
    return Math.max(longestMs, performance.now() - lastMs - 5);
  };
}

async function judge(hostile: HostileRun, limitMs: number): Promise<Verdict> {
  const timeoutMs = hostile.timeoutMs ?? (hostile.ends.includes("time") ? limitMs : 5_000);
  const before = hostSnapshot();
  const blocked = watchThread();
  const startMs = performance.now();
  const answer = await run(projectOf(hostile), timeoutMs);
  const tookMs = performance.now() - startMs;
  const complaints = [...complaintsAboutAnswer(hostile, answer)];
  const nextStartMs = performance.now();
  const next = await run(ORDINARY, 5_000);
  const nextMs = performance.now() - nextStartMs;
  const blockedMs = blocked();
  const token = next.kind === "result" ? next.result.tokens[0]?.issuedText : next.kind;
  if (token !== ORDINARY_TOKEN) complaints.push(`the next ordinary run gave ${token}`);
  complaints.push(...changedSince(before).map((path) => `${path} of the page has changed`));
  return { name: hostile.name, complaints, tookMs, overMs: tookMs - timeoutMs, nextMs, blockedMs };
}

function complaintsAboutAnswer(hostile: HostileRun, answer: RunAnswer): readonly string[] {
  if (answer.kind === "result") return complaintsAbout(hostile, answer.result);
  if (answer.kind === "hung") return hostile.ends.includes("time") ? [] : ["had to be ended by the watchdog"];
  return [`the run came back as ${answer.kind}${"message" in answer ? `: ${answer.message}` : ""}`];
}

/** @param only names of the cases to judge; all of the group when absent. */
async function judgeGroup(
  name: string,
  limitMs: number,
  step = 1,
  only?: readonly string[],
): Promise<readonly Verdict[]> {
  await run(ORDINARY, 10_000);
  const verdicts: Verdict[] = [];
  for (const [at, hostile] of (GROUPS[name] ?? []).entries())
    if (at % step === 0 && (only?.includes(hostile.name) ?? true)) verdicts.push(await judge(hostile, limitMs));
  return verdicts;
}

type Soak = {
  readonly hostileRuns: number;
  /** How many of them the watchdog had to end. */
  readonly hangs: number;
  readonly wrong: readonly string[];
  readonly timesMs: readonly number[];
};

/** Every hostile run that is quick enough to be repeated. */
const SOAKED = [...ESCAPES, ...VALUES, ...EXHAUSTION.filter((one) => (one.timeoutMs ?? 0) < 1_000)];

/** Runs number `from` up to `to`, every tenth of them hostile; gives what went wrong and how long the ordinary ones took. */
async function soak(from: number, to: number): Promise<Soak> {
  const timesMs: number[] = [];
  const wrong: string[] = [];
  let hostileRuns = 0;
  let hangs = 0;
  for (let at = from; at < to; at++) {
    if (at % 10 === 9) {
      // Of four, one is such that only the watchdog ends it.
      const turn = Math.floor(at / 10);
      const one = turn % 4 === 3 ? UNSTOPPABLE[(turn >> 2) % UNSTOPPABLE.length] : SOAKED[(turn * 37) % SOAKED.length];
      if (one === undefined) continue;
      hostileRuns += 1;
      const answer = await run(projectOf(one), one.ends.includes("time") ? 300 : 5_000);
      if (answer.kind === "hung") hangs += 1;
      wrong.push(...complaintsAboutAnswer(one, answer).map((complaint) => `${one.name}: ${complaint}`));
      continue;
    }
    const startMs = performance.now();
    const answer = await run(ORDINARY, 5_000);
    timesMs.push(performance.now() - startMs);
    const token = answer.kind === "result" ? answer.result.tokens[0]?.issuedText : answer.kind;
    if (token !== ORDINARY_TOKEN) wrong.push(`ordinary run ${at}: ${token}`);
  }
  return { hostileRuns, hangs, wrong, timesMs };
}

/** A store as the page has it, with canaries typed into it; everything it keeps is kept for real. */
function createStoreWithCanaries() {
  const store = createPlaygroundStore({
    runtime,
    project: ORDINARY,
    origin: { kind: "own" },
    nowMs: () => NOW_MS,
    timeoutMs: 1_000,
  });
  autosave(store, { local: localStorage, session: sessionStorage }, createStash(localStorage));
  keepHistory(store, localStorage);
  const state = store.getState();
  state.setEnv([{ name: "SECRET", value: CANARIES.secretEnv, isSecret: true }]);
  state.setToken("accessToken", JSON.stringify({ sub: CANARIES.pastedToken }), true);
  state.setToken("idToken", JSON.stringify({ sub: "kp_kept" }), false);
  return store;
}

const api = {
  CANARIES,
  judgeGroup,
  soak,
  run,
  projectOf,
  ORDINARY,
  ready: () => started.then(() => run(ORDINARY, 10_000)).then(({ kind }) => kind),
  createStoreWithCanaries,
  signResults,
  forgetWork: () => [localStorage, sessionStorage].forEach(forgetEverything),
  dispose: () => runtime.dispose(),
};

export type HostileApi = typeof api;
Object.assign(globalThis, { hostile: api });
