/** Projects made from a seed, for the tests of links and zip files: ordinary text beside every kind of awkward one. */
import type { EnvironmentDraft, FetchMockDraft, Project, SourceFile } from "../workflow/project.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { TRIGGER_NAMES } from "../workflow/trigger.ts";

export type Random = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const AWKWARD = [
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
const ORDINARY = [
  "export default async function handle(event) {",
  '  idToken.tenant = "acme";',
  'import { idTokenCustomClaims } from "@kinde/infrastructure";',
  "\n",
  "event.context.user.id",
  '{\n  "sub": "kp_1"\n}',
];

export function integerBelow(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[integerBelow(random, items.length)] as T;
}

function text(random: Random): string {
  const piece = () => {
    const kind = random();
    if (kind < 0.25) return pick(random, AWKWARD);
    if (kind < 0.7) return pick(random, ORDINARY);
    return Array.from({ length: integerBelow(random, 40) }, () =>
      String.fromCharCode(integerBelow(random, 0x250)),
    ).join("");
  };
  return Array.from({ length: integerBelow(random, 8) }, piece).join("");
}

function some<T>(random: Random, most: number, make: () => T): readonly T[] {
  return Array.from({ length: integerBelow(random, most + 1) }, make);
}

/** Has neither secret values nor imported tokens, so that it comes back from a link as it went in. */
export function generateProject(random: Random): Project {
  const make = () => text(random);
  const halfOf = <T>(items: readonly T[]) => items.filter(() => random() < 0.5);
  return {
    files: some(random, 4, (): SourceFile => ({ name: make(), text: make() })),
    tokens: Object.fromEntries(halfOf(TOKEN_NAMES).map((token) => [token, { text: make(), imported: false }])),
    events: Object.fromEntries(halfOf(TRIGGER_NAMES).map((trigger) => [trigger, make()])),
    env: some(random, 4, (): EnvironmentDraft => {
      const isSecret = random() < 0.5;
      return { name: make(), value: isSecret ? "" : make(), isSecret };
    }),
    mocks: some(
      random,
      3,
      (): FetchMockDraft => ({
        method: make(),
        url: make(),
        status: integerBelow(random, 600),
        answer: pick(random, ["json", "text", "error"] as const),
        body: make(),
        latencyMs: random() * 1000,
      }),
    ),
    localization: some(random, 3, () => ({ key: make(), text: make() })),
  };
}
