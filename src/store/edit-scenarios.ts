/** Changes to the list of a project's scenarios: each a pure function from one list to the next, and a command to a store. */
import type { Scenarios } from "../workflow/project.ts";
import { activeScenario } from "./active-scenario.ts";
import { defaultsOf, type PlaygroundStore } from "./playground-store.ts";
import {
  LONGEST_NAME,
  MOST_SCENARIOS,
  SCENARIO_PARTS,
  type Scenario,
  type ScenarioParts,
} from "../workflow/scenario.ts";

/** The name, else the next of its kind that is free: “guest”, “guest 2”, “guest 3”. */
export function freeName(wanted: string, others: readonly Scenario[]): string {
  const isTaken = (name: string) => others.some((scenario) => scenario.name === name);
  if (!isTaken(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, "");
  let count = 2;
  while (isTaken(`${stem} ${count}`)) count += 1;
  return `${stem} ${count}`;
}

/** A copy of the one at `index`, changed so, after it and under a name of its own. A full list stays as it is. */
function addScenario(scenarios: Scenarios, index: number, change: Partial<Scenario> = {}): Scenarios {
  const source = scenarios[index];
  if (source === undefined || scenarios.length >= MOST_SCENARIOS) return scenarios;
  const copy = { ...source, ...change, name: freeName(change.name ?? source.name, scenarios) };
  return listOf([...scenarios.slice(0, index + 1), copy, ...scenarios.slice(index + 1)], scenarios);
}

/** Blank names change nothing; one that is taken gets a number. */
function renameScenario(scenarios: Scenarios, index: number, name: string): Scenarios {
  const wanted = name.trim().slice(0, LONGEST_NAME);
  const source = scenarios[index];
  if (source === undefined || wanted === "" || wanted === source.name) return scenarios;
  const others = scenarios.filter((_, at) => at !== index);
  return replaceScenario(scenarios, index, { ...source, name: freeName(wanted, others) });
}

function moveScenario(scenarios: Scenarios, from: number, to: number): Scenarios {
  const moved = scenarios[from];
  if (moved === undefined || from === to || scenarios[to] === undefined) return scenarios;
  const others = scenarios.filter((_, at) => at !== from);
  return listOf([...others.slice(0, to), moved, ...others.slice(to)], scenarios);
}

/** The only one cannot be deleted. */
function deleteScenario(scenarios: Scenarios, index: number): Scenarios {
  return listOf(
    scenarios.filter((_, at) => at !== index),
    scenarios,
  );
}

function replaceScenario(scenarios: Scenarios, index: number, scenario: Scenario): Scenarios {
  return listOf(
    scenarios.map((other, at) => (at === index ? scenario : other)),
    scenarios,
  );
}

function listOf([first, ...others]: readonly Scenario[], otherwise: Scenarios): Scenarios {
  return first === undefined ? otherwise : [first, ...others];
}

/** Loaded with the views that ask for them: the first result needs none. */
export function scenarioCommands(store: PlaygroundStore) {
  const read = () => ({ scenarios: store.getState().project.scenarios, index: store.getState().scenarioIndex });

  /** What is open runs again only when it differs. */
  function set(scenarios: Scenarios, index: number, given = store.getState().given): void {
    const { project, origin, view, rerun } = store.getState();
    const before = activeScenario(store.getState());
    const isEdit = scenarios !== project.scenarios;
    const open = scenarios[index] ?? scenarios[0];
    store.setState({
      project: isEdit ? { ...project, scenarios } : project,
      scenarioIndex: index,
      given,
      defaults: defaultsOf(given, open),
      ...(isEdit && origin.kind === "example" ? { origin: { kind: "own" } as const } : {}),
    });
    if (SCENARIO_PARTS.some((part) => open[part] !== before[part]) && view.autoRun) rerun();
  }

  return {
    /** Restores a list as it was, such as the one before a deletion. */
    set,
    choose(index: number) {
      const { scenarios } = read();
      if (scenarios[index] !== undefined) set(scenarios, index);
    },
    /** Opens a copy of the open one, changed so, after it. */
    add(change?: Partial<Scenario>) {
      const { scenarios, index } = read();
      const longer = addScenario(scenarios, index, change);
      if (longer !== scenarios) set(longer, index + 1);
    },
    /** Replaces parts of the open one. */
    edit(change: Partial<ScenarioParts>) {
      const { scenarios, index } = read();
      const open = scenarios[index];
      if (open !== undefined) set(replaceScenario(scenarios, index, { ...open, ...change }), index);
    },
    /** @param texts what is expected, by the scenario's place in the list. */
    expect(texts: ReadonlyMap<number, string>) {
      const { scenarios, index } = read();
      const next = [...texts].reduce((list, [at, expect]) => {
        const scenario = list[at];
        return scenario && scenario.expect !== expect ? replaceScenario(list, at, { ...scenario, expect }) : list;
      }, scenarios);
      set(next, index);
    },
    rename(at: number, name: string) {
      const { scenarios, index } = read();
      const renamed = renameScenario(scenarios, at, name);
      const [was, now] = [scenarios[at]?.name, renamed[at]?.name ?? ""];
      const { given } = store.getState();
      set(
        renamed,
        index,
        given.map((one) => (one.name === was ? { ...one, name: now } : one)),
      );
    },
    /** The open one stays open. */
    move(from: number, to: number) {
      const { scenarios } = read();
      const moved = moveScenario(scenarios, from, to);
      set(moved, moved.indexOf(activeScenario(store.getState())));
    },
    remove(at: number) {
      const { scenarios } = read();
      const shorter = deleteScenario(scenarios, at);
      const stays = shorter.indexOf(activeScenario(store.getState()));
      set(shorter, stays < 0 ? Math.min(at, shorter.length - 1) : stays);
    },
  };
}
