/** Projects made from a seed, for the tests of links and zip files: ordinary text beside every kind of awkward one. */
import { createProject, type Project, type SourceFile } from "../src/workflow/project.ts";
import type { EnvironmentDraft, FetchMockDraft } from "../src/workflow/scenario.ts";
import { TOKEN_NAMES } from "../src/workflow/token.ts";
import { TRIGGER_NAMES } from "../src/workflow/trigger.ts";
import type { Random } from "./random.ts";

const AWKWARD: readonly [string, ...string[]] = [
  "",
  "__proto__",
  "constructor",
  "toString",
  "\u0000",
  "\ud800",
  "\u2028\u202e",
  '{"__proto__":{"polluted":true}}',
  '"\\',
  "\r\n",
  "\ufeff",
  "🦜 Ünïcode",
  "&embed&token=idToken#",
  "</script>",
];
const ORDINARY: readonly [string, ...string[]] = [
  "export default async function handle(event) {",
  '  idToken.tenant = "acme";',
  'import { idTokenCustomClaims } from "@kinde/infrastructure";',
  "\n",
  "event.context.user.id",
  '{\n  "sub": "kp_1"\n}',
];

function text(random: Random): string {
  const piece = () => {
    switch (random.below(4)) {
      case 0:
        return random.pick(AWKWARD);
      case 1:
        return Array.from({ length: random.below(40) }, () => String.fromCharCode(random.below(0x250))).join("");
      default:
        return random.pick(ORDINARY);
    }
  };
  return some(random, 7, piece).join("");
}

function some<T>(random: Random, most: number, make: () => T): readonly T[] {
  return Array.from({ length: random.below(most + 1) }, make);
}

/** Has neither secret values nor imported tokens, so that it comes back from a link as it went in. */
export function generateProject(random: Random): Project {
  const make = () => text(random);
  const halfOf = <T>(items: readonly T[]) => items.filter(() => random.below(2) === 0);
  const files = some(random, 4, (): SourceFile => ({ name: make(), text: make() }));
  return createProject(files, {
    tokens: Object.fromEntries(halfOf(TOKEN_NAMES).map((token) => [token, { text: make(), imported: false }])),
    events: Object.fromEntries(halfOf(TRIGGER_NAMES).map((trigger) => [trigger, make()])),
    env: some(random, 4, (): EnvironmentDraft => {
      const isSecret = random.below(2) === 0;
      return { name: make(), value: isSecret ? "" : make(), isSecret };
    }),
    mocks: some(
      random,
      3,
      (): FetchMockDraft => ({
        method: make(),
        url: make(),
        status: random.below(600),
        answer: random.pick(["json", "text", "error"]),
        body: make(),
        latencyMs: random.below(1_000_000) / 1_000,
        ...Object.fromEntries(
          halfOf([
            ["times", 1 + random.below(9)] as const,
            ["sentHeaders", `X: ${make()}`] as const,
            ["sentBody", `{${make()}`] as const,
            ["level", 1 + random.below(9)] as const,
          ]),
        ),
      }),
    ),
    localization: some(random, 3, () => ({ key: make(), text: make() })),
  });
}
