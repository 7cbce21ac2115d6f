/** The scenarios that are not open run after the open one, each once, and the newest edit wins. */
import { expect, test } from "vitest";
import type { RunAnswer, Runtime } from "../worker/runtime.ts";
import { createProject, type Project, type RunSource } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { scenarioCommands } from "./edit-scenarios.ts";
import { createPlaygroundStore } from "./playground-store.ts";
import { runScenarios, scenarioRunOf } from "./run-scenarios.ts";

const variable = (name: string) => [{ name, value: "1", isSecret: false }];
const [FIRST] = createProject([], { name: "first", env: variable("first") }).scenarios;
const named = (name: string) => ({ ...FIRST, name, env: variable(name) });
const PROJECT: Project = {
  files: [{ name: "Workflow.ts", text: "1" }],
  scenarios: [FIRST, named("guest"), named("admin")],
};

/** A runtime that answers when told; what it was asked for is said as "text of the source: variable". */
function puppet() {
  const asked: string[] = [];
  const pending: ((answer: RunAnswer) => void)[] = [];
  const run = ({ files, scenario }: RunSource) => {
    const said = `${files[0]?.text}: ${scenario.env[0]?.name}`;
    asked.push(said);
    return new Promise<RunAnswer>((resolve) => {
      pending.push(resolve);
    });
  };
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    asked,
    runtime: { run, stop: () => undefined } as unknown as Runtime,
    settle,
    async answer() {
      const said = asked[asked.length - pending.length] ?? "";
      const result = { said, outcome: { kind: "completed" } } as unknown as RunResult;
      pending.shift()?.({ kind: "result", result });
      await settle();
    },
  };
}

function opened(project = PROJECT) {
  const [main, others] = [puppet(), puppet()];
  const origin = { kind: "own" } as const;
  const store = createPlaygroundStore({ runtime: main.runtime, project, origin, nowMs: () => 0, timeoutMs: 1 });
  let started = 0;
  const startRuntime = () => {
    started += 1;
    return others.runtime;
  };
  runScenarios(store, { startRuntime, timeoutMs: 1, partial: null, painted: async () => undefined });
  /** Of each scenario what its newest run was, with a mark where it is out of date. */
  const runs = () =>
    store.getState().project.scenarios.map((scenario) => {
      const found = scenarioRunOf(store.getState(), scenario);
      const answer = found?.run.answer;
      const said = answer?.kind === "result" ? (answer.result as unknown as { said: string }).said : "none";
      return found?.isFresh === false ? `${said} (old)` : said;
    });
  return { store, main, others, runs, started: () => started, commands: scenarioCommands(store) };
}

test("the others follow the open one, on one runtime, and each runs once for a text", async () => {
  const { store, main, others, runs, started } = opened();
  store.getState().runNow();
  await others.settle();
  expect(others.asked).toEqual([]);
  await main.answer();
  expect(others.asked).toEqual(["1: guest"]);
  await others.answer();
  await others.answer();
  expect([others.asked, runs(), started()]).toEqual([
    ["1: guest", "1: admin"],
    ["1: first", "1: guest", "1: admin"],
    1,
  ]);
});

test("the newest edit wins: what is under way is not waited for, and no run of an old text begins", async () => {
  const { store, main, others, runs } = opened();
  store.getState().runNow();
  await main.answer();
  expect(others.asked).toEqual(["1: guest"]);
  store.getState().setFileText("Workflow.ts", "2");
  await main.settle();
  expect(others.asked).toEqual(["1: guest"]);
  await main.answer();
  expect([others.asked, runs()]).toEqual([
    ["1: guest", "2: guest"],
    ["none", "none", "none"],
  ]);
  await others.answer();
  await others.answer();
  await others.answer();
  expect(runs()).toEqual(["2: first", "2: guest", "2: admin"]);
  store.getState().setFileText("Workflow.ts", "3");
  expect(runs()).toEqual(["2: first (old)", "2: guest (old)", "2: admin (old)"]);
});

test("choosing, renaming, copying and expecting run nothing again; an edit runs its own scenario", async () => {
  const { store, main, others, runs, commands } = opened();
  store.getState().runNow();
  await main.answer();
  await others.answer();
  await others.answer();
  commands.choose(1);
  await main.answer();
  commands.rename(1, "visitor");
  commands.move(0, 2);
  commands.add();
  await others.settle();
  expect(others.asked).toEqual(["1: guest", "1: admin"]);
  expect(runs()).toEqual(["1: guest", "1: guest", "1: admin", "1: first"]);
  store.getState().setEnv(variable("new"));
  await main.answer();
  expect([others.asked.length, runs()]).toEqual([2, ["1: guest", "1: new", "1: admin", "1: first"]]);
});

test("a copy that is open has its own answer, also of the next text", async () => {
  const { store, main, others, runs, commands } = opened({ ...PROJECT, scenarios: [FIRST] });
  store.getState().runNow();
  await main.answer();
  commands.add();
  expect([others.asked, runs()]).toEqual([[], ["1: first", "1: first"]]);
  store.getState().setFileText("Workflow.ts", "2");
  await main.answer();
  await others.answer();
  expect([others.asked, runs()]).toEqual([["2: first"], ["2: first", "2: first"]]);
});

test("one scenario alone starts no runtime, and its answers are kept; where nothing runs by itself, neither do these", async () => {
  const alone = opened({ ...PROJECT, scenarios: [FIRST] });
  alone.store.getState().runNow();
  await alone.main.answer();
  expect([alone.started(), alone.runs()]).toEqual([0, ["1: first"]]);
  const { store, main, others, commands } = opened();
  store.getState().setView({ autoRun: false });
  commands.choose(1);
  await main.settle();
  expect([main.asked, others.asked]).toEqual([[], []]);
  store.getState().runNow();
  await main.answer();
  await others.answer();
  await others.answer();
  expect(others.asked).toEqual(["1: first", "1: admin"]);
  store.getState().setEnv(variable("new"));
  commands.choose(0);
  await others.settle();
  expect(others.asked).toEqual(["1: first", "1: admin"]);
});
