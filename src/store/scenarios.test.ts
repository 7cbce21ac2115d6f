/** Scenarios are chosen, added, named, ordered and deleted, and each keeps what was written in it. */
import { expect, test } from "vitest";
import type { Runtime } from "../worker/runtime.ts";
import { createProject, type RunSource } from "../workflow/project.ts";
import { activeScenario } from "./active-scenario.ts";
import { scenarioCommands } from "./edit-scenarios.ts";
import { createPlaygroundStore, type ProjectSource } from "./playground-store.ts";

const MOCK = { method: "GET", url: "https://a.test", status: 200, answer: "json", body: "{}", latencyMs: 0 } as const;
const PROJECT = createProject([{ name: "Workflow.ts", text: "" }], {
  mocks: [MOCK],
  localization: [{ key: "hello", text: "Hi" }],
});

function opened(origin: ProjectSource = { kind: "own" }) {
  const ran: string[][] = [];
  const run = ({ scenario: { env, mocks } }: RunSource) => {
    ran.push([...env.map(({ name }) => name), ...mocks.map(({ url }) => url)]);
    return new Promise(() => undefined);
  };
  const runtime = { run, stop: () => undefined } as unknown as Runtime;
  const store = createPlaygroundStore({ runtime, project: PROJECT, origin, nowMs: () => 0, timeoutMs: 1 });
  const names = () => store.getState().project.scenarios.map(({ name }) => name);
  const act = () => ({ ...store.getState(), ...scenarioCommands(store) });
  const open = () => activeScenario(store.getState());
  return { names, act, open, ran };
}

const variable = (name: string) => [{ name, value: "1", isSecret: false }];

test("a copy of the open one is opened; what is written there stays there", () => {
  const { names, act, open, ran } = opened();
  act().add();
  expect([names(), open().name, ran]).toEqual([["Scenario 1", "Scenario 2"], "Scenario 2", []]);
  act().setEnv(variable("GUEST"));
  act().choose(0);
  expect(open().env).toEqual([]);
  act().choose(1);
  expect(open()).toEqual({ ...PROJECT.scenarios[0], name: "Scenario 2", env: variable("GUEST") });
  expect(ran).toEqual([["GUEST", MOCK.url], [MOCK.url], ["GUEST", MOCK.url]]);
  act().choose(7);
  expect(open().name).toBe("Scenario 2");
});

test("names stay one of a kind, the open one stays open when the order changes, and the last cannot be deleted", () => {
  const { names, act, open, ran } = opened();
  act().add();
  act().rename(1, "  guest ");
  act().add();
  act().rename(2, "guest");
  act().rename(2, " ");
  expect(names()).toEqual(["Scenario 1", "guest", "guest 2"]);
  act().move(2, 0);
  expect([names(), open().name]).toEqual([["guest 2", "Scenario 1", "guest"], "guest 2"]);
  const before = act().project.scenarios;
  act().remove(0);
  expect([names(), open().name]).toEqual([["Scenario 1", "guest"], "Scenario 1"]);
  act().set(before, 0);
  expect([names(), open().name]).toEqual([["guest 2", "Scenario 1", "guest"], "guest 2"]);
  for (const _ of names()) act().remove(0);
  expect(names()).toEqual(["guest"]);
  expect(ran).toEqual([]);
});

test("the list has an end", () => {
  const { names, act } = opened();
  for (let count = 0; count < 60; count += 1) act().add();
  expect([names().length, new Set(names()).size, act().scenarioIndex]).toEqual([50, 50, 49]);
});

test("reset gives back what an example came with, texts included, under any name", () => {
  const { act, open } = opened({ kind: "example", name: "plan" });
  act().rename(0, "gold member");
  act().setMocks([]);
  act().setScenario({ ...open(), localization: [] });
  act().setScenario(act().defaults);
  expect(open()).toEqual({ ...PROJECT.scenarios[0], name: "gold member" });
  act().add();
  act().setScenario(act().defaults);
  expect(open()).toEqual({
    name: "gold member 2",
    expect: "",
    tokens: {},
    events: {},
    env: [],
    mocks: [],
    localization: [],
  });
});
