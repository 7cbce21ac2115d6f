/** Messages that any window may send to an embed: what is not known whole, from the right window and origin, is ignored. */
import { emptyScenario, type ScenarioParts } from "../../../src/workflow/scenario.ts";
import { type HostMessage, receiveHostMessage } from "../../../src/embed/host-message.ts";

type HostileMessage = {
  readonly name: string;
  readonly data: unknown;
  readonly source?: unknown;
  readonly origin?: string;
  /** Null when the message must be ignored. */
  readonly expected: HostMessage | null;
  /** What a scenario becomes; one that cannot be read becomes nothing. */
  readonly opens?: ScenarioParts;
};

export const HOST_WINDOW = { name: "the host's window" };
export const HOST_ORIGIN = "https://docs.example";
const HOST = { window: HOST_WINDOW, origin: HOST_ORIGIN };

const files = [{ name: "Workflow.ts", text: "x" }];
const FILES = { type: "kinde-workflow:files", files } as const;
const THEME = { type: "kinde-workflow:theme", theme: "dark" } as const;
const NO_SCENARIO = emptyScenario();

const cycle: { self?: unknown } = {};
cycle.self = cycle;
let deep: unknown = 1;
for (let level = 0; level < 100_000; level++) deep = [deep];
const throwing = {
  get type(): string {
    throw new Error("read");
  },
};

const ignored = (rows: readonly (readonly [string, unknown])[]) =>
  rows.map(([name, data]): HostileMessage => ({ name, data, expected: null }));

export const MESSAGES: readonly HostileMessage[] = [
  { name: "files from the host", data: FILES, expected: FILES },
  { name: "a theme from the host", data: THEME, expected: THEME },
  { name: "files from another window", data: FILES, source: { name: "another" }, expected: null },
  { name: "files from no window", data: FILES, source: null, expected: null },
  { name: "files from another origin", data: FILES, origin: "https://attacker.example", expected: null },
  {
    name: "files from an origin that begins alike",
    data: FILES,
    origin: "https://docs.example.attacker.example",
    expected: null,
  },
  { name: "files from the origin null", data: FILES, origin: "null", expected: null },
  { name: "files from the origin with another scheme", data: FILES, origin: "http://docs.example", expected: null },
  { name: "files from no origin", data: FILES, origin: "", expected: null },
  ...ignored([
    ["null", null],
    ["undefined", undefined],
    ["a text", "kinde-workflow:files"],
    ["a number", 7],
    ["a list", [FILES]],
    ["a function", () => FILES],
    ["a Map", new Map(Object.entries(FILES))],
    ["an object without a type", { files }],
    ["a type that does not exist", { type: "kinde-workflow:eval", code: "alert(1)" }],
    ["a type of another program", { type: "webpackOk", data: {} }],
    ["a type that is an object with a toString", { type: { toString: () => "kinde-workflow:files" }, files }],
    ["a type in a prototype", Object.create(FILES)],
    ["the type __proto__", { type: "__proto__" }],
    ["the type constructor", { type: "constructor" }],
    ["a getter that throws", throwing],
    [
      "a Proxy that throws",
      new Proxy(
        {},
        {
          getOwnPropertyDescriptor: () => {
            throw new Error("read");
          },
        },
      ),
    ],
    ["no files", { type: FILES.type, files: [] }],
    ["files that are missing", { type: FILES.type }],
    ["files that are text", { type: FILES.type, files: "Workflow.ts" }],
    ["files with a name that is no text", { type: FILES.type, files: [{ name: 1, text: "" }] }],
    ["2,000 files", { type: FILES.type, files: Array.from({ length: 2_000 }, () => files[0]) }],
    ["files of 3 MB", { type: FILES.type, files: [{ name: "Workflow.ts", text: "x".repeat(3_000_000) }] }],
    ["files in a cycle", { type: FILES.type, files: [cycle] }],
    ["files 100,000 levels deep", { type: FILES.type, files: deep }],
    ["files with a BigInt", { type: FILES.type, files: [{ name: "a.ts", text: 1n }] }],
    ["a scenario that is a list", { type: "kinde-workflow:scenario", scenario: [] }],
    ["a scenario that is null", { type: "kinde-workflow:scenario", scenario: null }],
    ["scenarios that are a list", { type: "kinde-workflow:scenarios", scenarios: [] }],
    ["scenarios under the other name", { type: "kinde-workflow:scenarios", scenario: {} }],
    ["scenarios of 3 MB", { type: "kinde-workflow:scenarios", scenarios: "x".repeat(3_000_000) }],
    ["a view that is markup", { type: "kinde-workflow:view", view: "<b>" }],
    ["a view of a megabyte", { type: "kinde-workflow:view", view: "a".repeat(1_000_000) }],
    ["a view that is a list", { type: "kinde-workflow:view", view: ["diff"] }],
    ["a theme that is CSS", { type: THEME.type, theme: "dark;background:url(https://attacker.example)" }],
    ["a theme named __proto__", { type: THEME.type, theme: "__proto__" }],
  ]),
  {
    name: "members that a message does not have are dropped",
    data: { ...THEME, code: "alert(1)", __proto__: null },
    expected: THEME,
  },
  {
    name: "a scenario with __proto__ within",
    data: JSON.parse(
      '{"type":"kinde-workflow:scenario","scenario":{"__proto__":{"polluted":1},"tokens":{"__proto__":"{}"}}}',
    ),
    expected: {
      type: "kinde-workflow:scenario",
      said: { scenario: JSON.parse('{"__proto__":{"polluted":1},"tokens":{"__proto__":"{}"}}') },
    },
    opens: NO_SCENARIO,
  },
  {
    name: "a scenario with broken mocks",
    data: { type: "kinde-workflow:scenario", scenario: { mocks: [{ url: 1 }] } },
    expected: { type: "kinde-workflow:scenario", said: { scenario: { mocks: [{ url: 1 }] } } },
  },
  {
    name: "a scenario as the documentation has it",
    data: { type: "kinde-workflow:scenario", scenario: { tokens: { accessToken: { sub: "kp_1" } } } },
    expected: { type: "kinde-workflow:scenario", said: { scenario: { tokens: { accessToken: { sub: "kp_1" } } } } },
    opens: { ...NO_SCENARIO, tokens: { accessToken: { text: '{\n  "sub": "kp_1"\n}', imported: false } } },
  },
  {
    name: "scenarios as the documentation has them",
    data: { type: "kinde-workflow:scenarios", scenarios: { version: 1, scenarios: [{ name: "a" }] } },
    expected: { type: "kinde-workflow:scenarios", said: { scenarios: { version: 1, scenarios: [{ name: "a" }] } } },
  },
  {
    name: "a scenario's secret comes without a value",
    data: { type: "kinde-workflow:scenario", scenario: { env: [{ name: "A", secret: true, value: "x" }] } },
    expected: {
      type: "kinde-workflow:scenario",
      said: { scenario: { env: [{ name: "A", secret: true, value: "x" }] } },
    },
    opens: { ...NO_SCENARIO, env: [{ name: "A", value: "", isSecret: true }] },
  },
];

export function receive({ data, source = HOST_WINDOW, origin = HOST_ORIGIN }: HostileMessage): HostMessage | null {
  return receiveHostMessage({ data, source, origin }, HOST);
}
