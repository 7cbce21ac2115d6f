/** Our tables against the pinned package: its prohibited claims, triggers, event types and bindings may not drift apart from ours. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PACKAGE_EXPORTS } from "./package-exports.ts";
import { PACKAGE_HISTORY } from "./package-history.ts";
import { TOKENS } from "./token.ts";
import { TRIGGERS } from "./trigger.ts";

const folder = join(createRequire(import.meta.url).resolve("@kinde/infrastructure"), "..");
const prohibited = readFileSync(join(folder, "prohibitedClaims.d.ts"), "utf8");
const types = readFileSync(join(folder, "types.d.ts"), "utf8");
const version = JSON.parse(readFileSync(join(folder, "../package.json"), "utf8")).version;

/** The string members of a union type, with those of the union it includes. */
function unionOf(name: string): readonly string[] {
  const body = prohibited.match(new RegExp(`type ${name} = ([^;]+);`))?.[1] ?? "";
  const own = [...body.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");
  return [...(body.includes("CommonProhibitedClaims") ? unionOf("CommonProhibitedClaims") : []), ...own];
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

test("the package is the version that was recorded", () => {
  expect(version).toBe("0.9.0");
});

test.each([
  ["accessToken", "KindeAccessTokenProhibitedClaims"],
  ["idToken", "KindeIdTokenProhibitedClaims"],
  ["m2mToken", "Kindem2mTokenProhibitedClaims"],
] as const)("%s: the prohibited claims are those of the type %s", (token, type) => {
  expect(sorted(TOKENS[token].prohibited)).toEqual(sorted(unionOf(type)));
});

test("the triggers are the members of WorkflowTrigger", () => {
  const body = types.match(/enum WorkflowTrigger \{([^}]+)\}/)?.[1] ?? "";
  const members = [...body.matchAll(/(\w+) = "([^"]+)"/g)].map((match) => [match[2], match[1]]);
  expect(
    Object.entries(TRIGGERS)
      .map(([trigger, { enumMember }]) => [trigger, enumMember])
      .sort(),
  ).toEqual(members.sort());
});

test("each trigger’s event type is exported and carries that trigger", () => {
  for (const { enumMember, eventType } of Object.values(TRIGGERS)) {
    const body = types.match(new RegExp(`export type ${eventType} = [\\s\\S]*?\\n};`))?.[0];
    expect(body, eventType).toContain(`trigger: WorkflowTrigger.${enumMember};`);
  }
});

test("every binding of WorkflowSettings is offered by a trigger, or is one of those that are offered nowhere by Kinde’s documentation", () => {
  const body = types.match(/bindings\?: \{([\s\S]*?)\n {4}\};/)?.[1] ?? "";
  const typed = [...body.matchAll(/^ {8}"?([\w.]+)"?\?:/gm)].map((match) => match[1] ?? "");
  const offered = new Set(Object.values(TRIGGERS).flatMap(({ bindings }) => bindings));
  expect(sorted(typed.filter((name) => !offered.has(name)))).toEqual([
    "console",
    "kinde.localization",
    "kinde.ssoSession",
  ]);
  // The package's functions need kinde.plan, which its own settings type forgets.
  expect(sorted([...offered].filter((name) => !typed.includes(name)))).toEqual(["kinde.plan"]);
});

test("the history of the package ends with the pinned version, and nothing in it is unknown to that", () => {
  expect(PACKAGE_HISTORY.at(-1)?.version).toBe(version);
  const triggers = new Set<string>(Object.values(TRIGGERS).map(({ enumMember }) => enumMember));
  for (const { exports, triggers: added } of PACKAGE_HISTORY) {
    expect(exports.filter((name) => !PACKAGE_EXPORTS.includes(name))).toEqual([]);
    expect(added.filter((name) => !triggers.has(name))).toEqual([]);
  }
});
