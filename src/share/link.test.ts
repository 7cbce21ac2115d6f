import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Json } from "../workflow/json.ts";
import type { Scenario } from "../workflow/scenario.ts";
import { createProject, mapScenarios, type Project } from "../workflow/project.ts";
import { createRandom, type Random } from "../../testing/random.ts";
import { encodeBase64url } from "./base64url.ts";
import { deflate } from "./compression.ts";
import { DICTIONARY_V1 } from "./dictionary-v1.ts";
import frozenExamples from "./examples-v1.json";
import goldenLinks from "./golden-links.json";
import { decodeLink, encodeLink, LinkTooLargeError, type SharedProject } from "./link.ts";
import { dictionaryOf, NO_BASE } from "./link-bases.ts";
import { generateProject } from "../../testing/generate-project.ts";

/** Of the examples frozen when version 1 was published. */
const FIRST_FROZEN = { count: 29, hash: "b153213a39539a93bf5a6382029c3f0bcfdca3407c0de0d251014f3a1247fdd9" };

const EMPTY = createProject([]);
const SMALL: SharedProject = {
  project: { ...EMPTY, files: [{ name: "tokensWorkflow.ts", text: "export default async () => {};\n" }] },
};

/** For tests that do much, on a machine that is doing much else. */
const SLOW_MS = 120_000;

/** No single link may take longer, on such a machine too; it takes about a millisecond. */
const HANG_MS = 5_000;

/** The seed of a run: another one with `SHARE_SEED=7 npx vitest run src/share`. */
const SEED = Number(process.env["SHARE_SEED"] ?? 20_261_123);

/** A link whose checksum is right, whatever its bytes hold. */
function forge(bytes: Uint8Array, prefix = "wf1."): string {
  const body = `${prefix}${encodeBase64url(bytes)}`;
  let hash = 0x811c9dc5;
  for (const character of body) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const checksum = [1, 62, 62 ** 2, 62 ** 3].map((power) => digits.charAt(Math.floor(hash / power) % 62));
  return body + checksum.join("");
}

function withBase(base: number, deflated: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(deflated.length + 1);
  bytes[0] = base;
  bytes.set(deflated, 1);
  return bytes;
}

function forgeText(text: string, prefix = "wf1."): string {
  return forge(withBase(NO_BASE, deflate(new TextEncoder().encode(text), dictionaryOf(NO_BASE))), prefix);
}

function reasonOf(fragment: string): string {
  const result = decodeLink(fragment);
  return result.kind === "broken" ? result.reason : result.kind;
}

test("a link brings the project back with its title, token, view and lines", () => {
  const shared: SharedProject = {
    ...SMALL,
    title: "Tenant on the ID token",
    token: "idToken",
    view: "diff",
    file: "lib/my roles&co).ts",
    lines: { first: 12, last: 14 },
    embed: true,
  };
  const fragment = encodeLink(shared);
  expect(fragment).toMatch(
    /^wf1\.[A-Za-z0-9_-]+&file=lib%2Fmy%20roles%26co\)\.ts&token=idToken&view=diff&line=12-14&embed$/,
  );
  expect(decodeLink(fragment)).toEqual({ kind: "project", shared, missingSecrets: [] });
  expect(decodeLink(`#${fragment}`)).toEqual({ kind: "project", shared, missingSecrets: [] });
});

test("values of secret variables and imported tokens are in no link, and opening it names what is missing", () => {
  const fragment = encodeLink({
    project: createProject([], {
      tokens: { idToken: { text: "canary-token", imported: true }, accessToken: { text: "{}", imported: false } },
      env: [
        { name: "API_KEY", value: "canary-secret", isSecret: true },
        { name: "REGION", value: "eu", isSecret: false },
      ],
    }),
  });
  expect(decodeLink(fragment)).toEqual({
    kind: "project",
    shared: {
      project: createProject([], {
        tokens: { accessToken: { text: "{}", imported: false } },
        env: [
          { name: "API_KEY", value: "", isSecret: true },
          { name: "REGION", value: "eu", isSecret: false },
        ],
      }),
    },
    missingSecrets: ["API_KEY"],
  });
});

test("a secret value or an imported mark put into a link by hand is not taken over", () => {
  const json: Json = {
    env: [{ name: "A", value: "planted", secret: true }],
    tokens: { idToken: "{}", __proto__: "x" },
    imported: true,
  };
  expect(decodeLink(forgeText(JSON.stringify(json)))).toEqual({
    kind: "project",
    shared: {
      project: createProject([], {
        env: [{ name: "A", value: "", isSecret: true }],
        tokens: { idToken: { text: "{}", imported: false } },
      }),
    },
    missingSecrets: ["A"],
  });
});

test("what chat and mail programs do to a link does not break it", () => {
  const fragment = encodeLink({ ...SMALL, token: "idToken", embed: true });
  const opened = decodeLink(fragment);
  expect(opened.kind).toBe("project");
  for (const tail of [".", ")", ").", ">", '"', "…", "  \n", "**", "_"])
    expect(decodeLink(fragment + tail)).toEqual(opened);
  expect(decodeLink(fragment.replaceAll("&", "&amp;"))).toEqual(opened);
});

test("a fragment without a project is none, be it empty or parameters alone", () => {
  for (const fragment of ["", "#", "embed", "#view=diff&token=idToken", "line=3", "  "]) {
    expect(decodeLink(fragment)).toEqual({ kind: "none" });
  }
});

test("every kind of broken link has its own plain message", () => {
  const link = encodeLink(SMALL);
  const message = (fragment: string) => {
    const result = decodeLink(fragment);
    return result.kind === "broken" ? result.message : result.kind;
  };
  expect(message("#code/MYewdgziA")).toBe(
    "The part of this address after # is not a project of this playground. Check where the link came from, or start from an example.",
  );
  expect(message("wf3.anything")).toBe(
    "This link was made by a newer version of the playground. Open it where it was made, or update this copy of the playground.",
  );
  expect(message(link.slice(0, -7))).toBe(
    "This link is incomplete or was changed on its way. Copy the whole link again from where it was shared.",
  );
  expect(message(`wf1.${"A".repeat(200_000)}`)).toBe(
    "This link holds more than a link may (200 KB, or 1 MB unpacked). Ask for the project as a zip file and drop it here.",
  );
  expect(message(forgeText('{"files":[{"name":"a","text":7}]}'))).toBe(
    "This link arrived whole, but the project in it cannot be read (files[0].text must be text). Ask the sender to share it again.",
  );
});

test(
  "any cut of a link is noticed",
  () => {
    const link = encodeLink(SMALL);
    for (let length = 5; length < link.length; length++) expect(reasonOf(link.slice(0, length))).toBe("damaged");
  },
  SLOW_MS,
);

test("what is no project is refused although its checksum is right", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const cases: [string, string][] = [
    [forge(Uint8Array.of()), "damaged"],
    [forge(Uint8Array.of(255, 3, 0)), "newer"],
    [forge(Uint8Array.of(0)), "unreadable"],
    [forge(Uint8Array.of(0, 7, 7, 7, 7)), "unreadable"],
    [forge(Uint8Array.of(0, ...deflate(Uint8Array.of(0xff, 0xfe)))), "unreadable"],
    [forgeText(""), "unreadable"],
    [forgeText("null"), "unreadable"],
    [forgeText("[]"), "unreadable"],
    [forgeText(deep), "unreadable"],
    [forgeText('{"files":{"length":1e9}}'), "unreadable"],
    [forgeText('{"files":[null]}'), "unreadable"],
    [forgeText('{"tokens":[]}'), "unreadable"],
    [forgeText('{"tokens":{"idToken":1}}'), "unreadable"],
    [forgeText('{"events":{"user:pre_mfa":null}}'), "unreadable"],
    [
      forgeText('{"mocks":[{"method":"GET","url":"","status":"200","answer":"json","body":"","latencyMs":0}]}'),
      "unreadable",
    ],
    [
      forgeText('{"mocks":[{"method":"GET","url":"","status":1e999,"answer":"json","body":"","latencyMs":0}]}'),
      "unreadable",
    ],
    [
      forgeText('{"mocks":[{"method":"GET","url":"","status":200,"answer":"toString","body":"","latencyMs":0}]}'),
      "unreadable",
    ],
    [forgeText(`{"env":[${Array.from({ length: 1_001 }, () => '{"name":"","value":""}').join(",")}]}`), "unreadable"],
  ];
  expect(cases.map(([fragment]) => reasonOf(fragment))).toEqual(cases.map(([, reason]) => reason));
});

test(
  "a link that would unpack to 50 MB is stopped at the cap",
  () => {
    const bomb = forge(withBase(NO_BASE, deflate(new Uint8Array(50_000_000).fill(32))));
    expect(bomb.length).toBeLessThan(100_000);
    const started = performance.now();
    expect(reasonOf(bomb)).toBe("too-large");
    expect(performance.now() - started).toBeLessThan(HANG_MS);
  },
  SLOW_MS,
);

test(
  "a project too large for a link is refused when the link is made",
  () => {
    const random = createRandom(1);
    const noise = Array.from({ length: 300_000 }, () => String.fromCharCode(33 + random.below(90))).join("");
    const files = (text: string) => ({ project: { ...EMPTY, files: [{ name: "aWorkflow.ts", text }] } });
    expect(() => encodeLink(files(noise))).toThrow(LinkTooLargeError);
    expect(() => encodeLink(files(" ".repeat(1_000_001)))).toThrow(LinkTooLargeError);
    expect(() => encodeLink(files(" ".repeat(900_000)))).not.toThrow();
  },
  SLOW_MS,
);

test(
  "2,000 generated projects come back whole",
  () => {
    console.log(`share: generated projects from seed ${SEED}`);
    const random = createRandom(SEED);
    for (let index = 0; index < 2_000; index++) {
      const project = generateProject(random);
      const secrets = project.scenarios[0].env.filter(({ isSecret }) => isSecret);
      const missing = [...new Set(secrets.map(({ name }) => name))];
      const opened = decodeLink(encodeLink({ project }));
      expect(opened, `project ${index} of seed ${SEED}`).toEqual({
        kind: "project",
        shared: { project },
        missingSecrets: missing,
      });
    }
  },
  SLOW_MS,
);

function mutate(random: Random, link: string): string {
  const at = random.below(link.length + 1);
  const strange: [string, ...string[]] = [
    "",
    "A",
    "_",
    ".",
    "&",
    "#",
    "%",
    "\u0000",
    "\ud800",
    "é",
    "&line=9999999999",
    "&token=__proto__",
    "&file=%E0%A4%A",
  ];
  const piece = random.pick(strange);
  switch (random.below(5)) {
    case 0:
      return link.slice(0, at);
    case 1:
      return link.slice(at);
    case 2:
      return link.slice(0, at) + piece + link.slice(at + 1);
    case 3:
      return link.slice(0, at) + piece + link.slice(at);
    default:
      return link.slice(0, at) + link.slice(random.below(link.length));
  }
}

/** Changes bytes behind the checksum, or the JSON behind the compression, and makes the checksum right again. */
function mutateInside(random: Random, project: Project): string {
  const text = JSON.stringify({
    files: project.files,
    mocks: project.scenarios[0].mocks,
    env: [{ name: "A", secret: true }],
  });
  if (random.below(2) === 0) return forgeText(mutate(random, text));
  const bytes = deflate(new TextEncoder().encode(text), dictionaryOf(NO_BASE));
  for (let count = random.below(4); count >= 0; count--) bytes[random.below(bytes.length)] = random.below(256);
  return forge(Uint8Array.of(random.below(3), ...bytes));
}

test(
  "2,000 mutated links neither throw nor hang nor reach a prototype",
  () => {
    console.log(`share: mutated links from seed ${SEED}`);
    const random = createRandom(SEED + 1);
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const kinds = new Map<string, number>();
    for (let index = 0; index < 2_000; index++) {
      const project = generateProject(random);
      const link = index % 2 === 0 ? mutate(random, encodeLink({ project })) : mutateInside(random, project);
      const started = performance.now();
      const result = decodeLink(link);
      expect(performance.now() - started, `link ${index} of seed ${SEED}`).toBeLessThan(HANG_MS);
      const kind = result.kind === "broken" ? result.reason : result.kind;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    console.log(`share: mutated links came out as ${JSON.stringify(Object.fromEntries(kinds))}`);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect("polluted" in {}).toBe(false);
    for (const kind of ["damaged", "unreadable", "project", "foreign"])
      expect(kinds.get(kind), kind).toBeGreaterThan(0);
  },
  SLOW_MS,
);

test(
  "no text of any shape takes long",
  () => {
    const shapes = ["-", "_", "&", ".", "%", "wf1.", "wf1.&", "&amp;", "=", "#", "\n", "é", "&line=1", "&view=a"];
    for (const shape of shapes) {
      const text = shape.repeat(Math.floor(199_000 / shape.length));
      for (const fragment of [text, `${text}a`, `wf1.${text}`, `wf1.${text}a`]) {
        const started = performance.now();
        decodeLink(fragment);
        expect(performance.now() - started, shape).toBeLessThan(HANG_MS);
      }
    }
  },
  SLOW_MS,
);

const GOLDEN_V2 =
  "wf2.AMOiDasGrDUasAkN7A6A8yE4dUENSM_PSQEWWKBeB8gAnCkTOr8Nnt4GzqbWAkMGPW9AlyeDlEOk0dIvsUkLaxzrlQCHfPS1iI3bWtRoBUcqjjIhAzjulI8IPI9McPDk5hcBHY1wfTpoyAk5hJD9D_cskocwLYxFSkzxoJVSJfnx8XiMxGdSbC0AN0Xl";
const SEVERAL: Project = {
  files: [{ name: "Workflow.ts", text: "export default async () => {};\n" }],
  scenarios: [
    {
      name: "gold member",
      expect: "",
      tokens: { accessToken: { text: '{"sub":"kp_1"}', imported: false } },
      events: { "user:pre_mfa": "{}" },
      env: [{ name: "KEY", value: "", isSecret: true }],
      mocks: [{ method: "GET", url: "https://a.test/*", status: 200, answer: "json", body: "{}", latencyMs: 0 }],
      localization: [{ key: "hello", text: "Hi" }],
    },
    { name: "guest", expect: "", tokens: {}, events: {}, env: [], mocks: [], localization: [] },
    {
      name: "__proto__",
      expect: "",
      tokens: {},
      events: {},
      env: [{ name: "KEY", value: "", isSecret: true }],
      mocks: [],
      localization: [],
    },
  ],
};

test("a link of several scenarios brings each back with its name, and without the secrets and pasted tokens of any", () => {
  const fragment = encodeLink({ project: SEVERAL });
  expect(fragment.startsWith("wf2.")).toBe(true);
  expect(decodeLink(fragment)).toEqual({ kind: "project", shared: { project: SEVERAL }, missingSecrets: ["KEY"] });
  const secret = mapScenarios(SEVERAL, (scenario) => ({
    ...scenario,
    env: scenario.env.map((variable) => ({ ...variable, value: "canary" })),
    tokens: { ...scenario.tokens, m2mToken: { text: "canary", imported: true } },
  }));
  expect(encodeLink({ project: secret })).toBe(fragment);
});

test("what is expected is in the link, digit for digit, of one scenario too", () => {
  const expecting = mapScenarios(SEVERAL, (scenario) => ({ ...scenario, expect: '{"idToken":{"n":{"is":1.50e400}}}' }));
  for (const project of [expecting, { ...expecting, scenarios: [expecting.scenarios[0]] } as const]) {
    const result = decodeLink(encodeLink({ project }));
    expect(result).toEqual({ kind: "project", shared: { project }, missingSecrets: ["KEY"] });
  }
  const one = createProject(SEVERAL.files, { expect: "{}" });
  expect(encodeLink({ project: one })).toMatch(/^wf2\./);
});

test("a golden link of version 2 opens for ever", () => {
  expect(decodeLink(GOLDEN_V2)).toEqual({ kind: "project", shared: { project: SEVERAL }, missingSecrets: ["KEY"] });
});

test.each([
  ["two scenarios of one name", { more: [{ name: "a" }, { name: "a" }] }],
  ["more scenarios than are run", { more: Array.from({ length: 50 }, (_, at) => ({ name: `n${at}` })) }],
  ["a scenario that is no object", { more: [7] }],
  ["scenarios that are no list", { more: {} }],
  ["a name that is no text", { name: 7 }],
  ["an expectation that is no text", { expect: {} }],
  ["a part of the wrong shape", { more: [{ name: "a", mocks: [{}] }] }],
])("%s make a link of version 2 unreadable, and are unknown to version 1", (_, json) => {
  expect(reasonOf(forgeText(JSON.stringify(json), "wf2."))).toBe("unreadable");
  expect(reasonOf(forgeText(JSON.stringify(json)))).toBe("project");
});

test("golden links of version 1 open for ever", () => {
  expect(goldenLinks.length).toBeGreaterThan(5);
  for (const { what, fragment, shared, missingSecrets } of goldenLinks) {
    const { files, ...parts } = shared.project;
    const opened = { ...shared, project: createProject(files, parts as Partial<Scenario>) };
    expect(decodeLink(fragment), what).toEqual({ kind: "project", shared: opened, missingSecrets });
  }
});

test("the dictionary of version 1 never changes, and its frozen examples only grow in number", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  expect(hash(DICTIONARY_V1)).toBe("e59f7bbea74a187fa05cd8adc7045c2f837f94dfe7a19b6848d29a4bac4aa387");
  const first = frozenExamples.slice(0, FIRST_FROZEN.count).map(({ name, text }) => `${name}\n${text}`);
  expect(first).toHaveLength(FIRST_FROZEN.count);
  expect(hash(first.join("\n"))).toBe(FIRST_FROZEN.hash);
});

test("a lesson's members go along in a link", () => {
  const [one] = createProject([{ name: "Workflow.ts", text: "" }]).scenarios;
  const project = createProject([{ name: "Workflow.ts", text: "" }]);
  const scenarios = [
    { ...one, task: 1 },
    { ...one, name: "b", hidden: true },
  ] as const;
  const link = decodeLink(encodeLink({ project: { ...project, scenarios } }));
  expect(link.kind === "project" && link.shared.project.scenarios).toEqual(scenarios);
});
