import { expect, test } from "vitest";
import { forge, forgeText, withBase } from "../../testing/forge-link.ts";
import { generateProject } from "../../testing/generate-project.ts";
import { createRandom, type Random } from "../../testing/random.ts";
import type { Json } from "../workflow/json.ts";
import { createProject, type Project } from "../workflow/project.ts";
import { deflate } from "./compression.ts";
import { decodeLink, encodeLink, LinkTooLargeError, type SharedProject } from "./link.ts";
import { dictionaryOf, NO_BASE } from "./link-bases.ts";

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
  for (const tail of [".", ")", ").", ">", '"', "…", "  \n", "**", "_", "%3E).,'%22", "_%E2%80%A6", "%E3%80%82%20"])
    expect(decodeLink(fragment + tail)).toEqual(opened);
  expect(decodeLink(fragment.split("&").reverse().join("&"))).toEqual(opened);
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
