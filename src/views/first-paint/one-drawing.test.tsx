import { afterAll, describe, expect, test, vi } from "vitest";
import { createEmbedView } from "../../embed/embed-view.ts";
import type { EmbedSettings } from "../../embed/embed-settings.ts";
import type { HostConnection } from "../../embed/connect-to-host.ts";
import { EXAMPLES } from "../../examples/examples.ts";
import { createNodeRunner } from "../../node/node-runner.ts";
import { createPlaygroundStore, type PlaygroundStore } from "../../store/playground-store.ts";
import type { Reads } from "../../store/deferred-reads.ts";
import { createStash } from "../../store/stash.ts";
import { PlaygroundContext } from "../../store/use-playground.ts";
import type { ViewState } from "../../store/view-state.ts";
import type { RunAnswer } from "../../worker/runtime.ts";
import { createProject, type Project } from "../../workflow/project.ts";
import type { Scenario } from "../../workflow/scenario.ts";
import { ALL_TABS } from "../result/TokenPanelMarkup.tsx";
import { FirstResult } from "./FirstResult.tsx";
import { loadRareResults } from "./load-rare-results.ts";
import { type Drawn, drawnByReact, drawnStatically, linesOf, partOf } from "../../../testing/drawn-markup.ts";

/** 2026-11-23T09:00:00Z. */
const OPTIONS = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };

let isNarrow = false;
vi.stubGlobal("navigator", { userAgent: "" });
vi.stubGlobal("matchMedia", () => ({ matches: isNarrow }));

const run = await createNodeRunner();
const { FirstPage } = await import("../../playground/FirstPage.tsx");
const { FirstEmbed } = await import("../../embed/FirstEmbed.tsx");
const { Embed } = await import("../../embed/Embed.tsx");
const FirstSeveral = await import("../../embed/scenarios/first-scenarios.tsx");
const Several = await import("../../embed/scenarios/EmbedScenarios.tsx");
const { ResultPanel } = await import("../result/ResultPanel.tsx");
const { Playground } = await import("../../playground/Playground.tsx");

afterAll(() => {
  vi.unstubAllGlobals();
});

type Situation = {
  readonly project: Project;
  readonly answers: readonly RunAnswer[];
  readonly view?: Partial<ViewState>;
};

async function storeIn({ project, answers, view = {} }: Situation): Promise<PlaygroundStore> {
  const left = [...answers];
  const store = createPlaygroundStore({
    runtime: {
      run: async () => left.shift() ?? { kind: "stopped" },
      stop() {},
      startStandby: async () => undefined,
      dispose() {},
    },
    project,
    origin: { kind: "own" },
    view,
    ...OPTIONS,
    nowMs: () => OPTIONS.nowMs,
  });
  for (const _ of answers) {
    store.getState().runNow();
    await new Promise(setImmediate);
  }
  return store;
}

/** As the page reads: React's drawing in Node asks for the state of the start. */
function asNow(store: PlaygroundStore): { readonly store: PlaygroundStore; readonly deferred: Reads } {
  const now = { ...store, getInitialState: store.getState };
  return { store: now, deferred: now };
}

const WORKFLOW = `export const workflowSettings = {
  id: "w", name: "w", trigger: "user:tokens_generation", failurePolicy: { action: "stop" },
  bindings: { "kinde.accessToken": {}, "kinde.env": {}, "kinde.fetch": {}, console: {}, url: {} },
};
import { accessTokenCustomClaims, getEnvironmentVariable, fetch } from "@kinde/infrastructure";
export default async function W(event: any) {
  const token = accessTokenCustomClaims<Record<string, unknown>>();
BODY
}
`;

function project(body: string, parts: Partial<Scenario> = {}): Project {
  return createProject([{ name: "Workflow.ts", text: WORKFLOW.replace("BODY", body) }], parts);
}

const GOOD = project("  token.a = 1;");

/** What a first result can be, besides those of the examples. */
const RESULTS: { readonly [name: string]: Project } = {
  "a claim added": GOOD,
  "no claim": project(""),
  "a claim of every state": project(
    `  token.sub = "me"; token.iss = "x"; token[""] = 1; token.gone = undefined; token.permissions = []; token.a = null;`,
  ),
  "changes inside a value": project(`  token.permissions = ["a"]; token.feature_flags = { x: { t: "b", v: true } };`),
  "long and strange values": project(
    `  token.long = "x".repeat(5000); token.lines = "a\\nb\\u202ec<b>&"; token["\\ufeff"] = { a: { b: [1, [2]] } };`,
  ),
  "two hundred claims": project(`  for (let i = 0; i < 200; i++) token["c" + i] = i;`),
  "an error": project(`  token.a = 1;\n  throw new Error("no <b>");`),
  "an error with a long message": project(`  throw new Error("y".repeat(3000));`),
  "an error under the policy continue": createProject([
    {
      name: "Workflow.ts",
      text: WORKFLOW.replace('"stop"', '"continue"').replace("BODY", `  token.a = 1;\n  throw new Error("later");`),
    },
  ]),
  "a missing mock that ends the run": project(`  await fetch("https://api.example.com/a", {} as any);`),
  "a missing mock that is caught": project(`  try { await fetch("https://api.example.com/a", {} as any); } catch {}`),
  "a variable that is not set": project(`  token.a = getEnvironmentVariable("PLAN").value;`),
  "code that does not compile": project(`  const = 1;`),
  "no workflow": createProject([{ name: "lib.ts", text: "export const a = 1;" }]),
  "an event that is no JSON": project("", { events: { "user:tokens_generation": "{" } }),
  "a promise that never settles": project("  await new Promise(() => undefined);"),
  "two files, one with an error": {
    ...project(""),
    files: [
      { name: "Workflow.ts", text: `import { a } from "./lib";\n${WORKFLOW.replace("BODY", "  a();")}` },
      { name: "lib.ts", text: "export function a() {\n  null!.b;\n}\n" },
    ],
  },
};

/** A narrow page draws the same parts. */
const NARROW_RESULTS = ["a claim added", "an error", "a missing mock that is caught", "an event that is no JSON"];

/** The first worker explains nothing yet. */
async function firstResult(of: Project): Promise<RunAnswer> {
  return { kind: "result", result: { ...(await run(of, OPTIONS)), diagnostics: [] } };
}

/** Where the page's two drawings stand beside each other; an editor, a scenario's forms and a run's lists come with React. */
const PAGE_PARTS = [
  { part: "header" },
  { part: "file-tabs__bar" },
  { part: "scenario", within: "tabs__bar" },
  { part: "narrow-tabs", within: "tabs__bar" },
  { part: "narrow-summary" },
  { part: "result" },
  { part: "run", within: "tabs__bar" },
] as const;

async function bothPages(situation: Situation) {
  const store = await storeIn(situation);
  const state = store.getState();
  const rare = await loadRareResults(state.run);
  const first = drawnStatically(<FirstPage state={state} isNarrow={isNarrow} note={null} rare={rare} />);
  const mounted = drawnByReact(
    <PlaygroundContext value={asNow(store)}>
      <Playground
        storages={{ local: null, session: null }}
        stash={createStash(null)}
        history={{ read: () => [] }}
        notice={null}
      />
    </PlaygroundContext>,
  );
  const told = (drawn: Drawn) =>
    PAGE_PARTS.map(({ part, ...more }) => {
      const found = partOf(drawn, part);
      return [part, ...("within" in more ? linesOf(found && partOf(found, more.within)) : linesOf(found))];
    });
  return { first: told(first), mounted: told(mounted) };
}

describe.each([false, true])("the page, narrow: %s", (narrow) => {
  const view: Partial<ViewState> = narrow ? { narrowTab: "claims" } : {};

  test.each(Object.entries(RESULTS).filter(([name]) => !narrow || NARROW_RESULTS.includes(name)))(
    "%s",
    async (_, of) => {
      isNarrow = narrow;
      const { first, mounted } = await bothPages({ project: of, answers: [await firstResult(of)], view });
      expect(first).toEqual(mounted);
    },
  );

  const good = () => firstResult(GOOD);
  test.each<[string, () => Promise<readonly RunAnswer[]>, Partial<ViewState>?]>([
    ["hung", async () => [{ kind: "hung", limitMs: 1000 }]],
    ["hung after a good result", async () => [await good(), { kind: "hung", limitMs: 1000 }]],
    ["crashed", async () => [{ kind: "crashed", message: "It <b>broke</b>." }]],
    ["stopped", async () => [{ kind: "stopped" }]],
    [
      "without auto-run, dark, at the console",
      async () => [await good()],
      { autoRun: false, theme: "dark", runTab: "console" },
    ],
    ["at the mocks", async () => [await good()], { scenarioTab: "mocks" }],
  ])("%s", async (_, answers, more = {}) => {
    isNarrow = narrow;
    const { first, mounted } = await bothPages({ project: GOOD, answers: await answers(), view: { ...view, ...more } });
    expect(first).toEqual(mounted);
  });
});

test.each(EXAMPLES.map(({ name, project: example }) => [name, example] as const))(
  "the result of the example %s",
  async (_, example) => {
    const store = await storeIn({ project: example, answers: [await firstResult(example)] });
    const state = store.getState();
    const rare = await loadRareResults(state.run);
    const first = drawnStatically(<FirstResult state={state} tabs={ALL_TABS} hasSummary rare={rare} />);
    const mounted = drawnByReact(
      <PlaygroundContext value={asNow(store)}>
        <ResultPanel />
      </PlaygroundContext>,
    );
    expect(linesOf(first)).toEqual(linesOf(mounted));
  },
);

describe("the embed", () => {
  const SETTINGS: EmbedSettings = {
    project: GOOD,
    token: null,
    view: "split",
    theme: "auto",
    editing: "on-request",
    title: "",
    startLine: 1,
    highlighted: [],
    expectation: null,
    attributes: new Map(),
    mistakes: [],
    hostOrigin: null,
    isElement: true,
  };
  const [one] = GOOD.scenarios;
  const SEVERAL: Project = {
    ...GOOD,
    scenarios: [one, { ...one, name: "gu\u202eest" }, { ...one, name: "hidden", hidden: true }],
  };
  const folded = "// #region hidden imports\nconst a = 1;\n// #endregion\n";

  test.each<[string, Project, Partial<EmbedSettings>?]>([
    ["code and claims", GOOD],
    ["code alone, which failed", project(`  throw new Error("no");`), { view: "code", editing: "never" }],
    ["claims alone, with a title", project("  token.permissions = [];"), { view: "diff", title: "A <b>title</b>" }],
    ["code that is edited at once", GOOD, { editing: "at-once" }],
    [
      "two files, folded and lit lines",
      {
        ...GOOD,
        files: [...GOOD.files, { name: "lib.ts", text: "" }].map((file) => ({ ...file, text: folded + file.text })),
      },
      { startLine: 10, highlighted: [{ first: 12, last: 13 }] },
    ],
    ["nothing is issued", project("", { events: { "user:tokens_generation": "{" } })],
    ["three scenarios, one of them hidden", SEVERAL],
    ["three scenarios beside code alone", SEVERAL, { view: "code" }],
    ["three scenarios in the grid", SEVERAL, { view: "grid" }],
  ])("%s", async (_, of, more) => {
    const settings = { ...SETTINGS, project: of, ...more };
    const store = await storeIn({ project: of, answers: [await firstResult(of)] });
    const state = store.getState();
    const view = createEmbedView({ view: settings.view, isEditing: settings.editing === "at-once" });
    const host: HostConnection = { post: () => undefined, given: () => of, reset: () => undefined };
    const isSeveral = of.scenarios.length > 1;
    const first = drawnStatically(
      <FirstEmbed
        state={state}
        settings={settings}
        rare={await loadRareResults(state.run)}
        several={isSeveral ? FirstSeveral : null}
      />,
    );
    const mounted = drawnByReact(
      <PlaygroundContext value={asNow(store)}>
        <Embed parts={{ store: asNow(store).store, settings, view, host }} several={isSeveral ? Several : null} />
      </PlaygroundContext>,
    );
    // A text field, which comes with React, stands where the code is edited.
    const parts = settings.editing === "at-once" ? ["embed__bar", "embed__result"] : ["embed"];
    for (const part of parts) expect(linesOf(partOf(first, part))).toEqual(linesOf(partOf(mounted, part)));
  });
});
