/** Random workflows as source text, and the record that the rules predict for each: claims, order of microtasks, the end. */
import type { Random } from "./random.ts";
import { randomValue } from "./value-model.ts";

type ModelledWorkflow = {
  /** The body of the default export; `t` is the access token's claims. */
  readonly body: string;
  /** Each claim write: its name and its value, `undefined` where JSON cannot hold it. */
  readonly claims: readonly (readonly [string, unknown])[];
  readonly logs: readonly unknown[];
  /** The first line of the failure as production words it; null when the run completes. */
  readonly failure: string | null;
};

const CLAIM_NAMES = [
  "plan",
  "__proto__",
  "constructor",
  "",
  "toString",
  "roles",
  "https://h.test/claims",
  "5",
] as const;

export function randomWorkflow(random: Random): ModelledWorkflow {
  const lines: string[] = [];
  const claims: (readonly [string, unknown])[] = [];
  const logs: unknown[] = [];
  for (let count = 1 + random.below(4); count > 0; count--) {
    const name = random.pick(CLAIM_NAMES);
    const value = randomValue(random);
    lines.push(`t[${JSON.stringify(name)}] = ${value.source};`);
    claims.push([name, value.fails ? undefined : value.json]);
    if (!value.fails && random.fraction() < 0.3) readBack(random, name, value.json, lines, claims, logs);
  }
  const end = randomEnd(random);
  const chains = Array.from({ length: random.below(4) }, (_, at) => ({ at, steps: 1 + random.below(4) }));
  for (const chain of chains) lines.push(chainSource(random, chain));
  for (let step = 0; step < 4; step++) {
    for (const chain of chains) if (step < chain.steps) logs.push(`${chain.at}.${step}`);
  }
  lines.push(end.source);
  return { body: lines.join("\n"), claims, logs, failure: end.failure };
}

/** Writes through what was read: seen by later reads, recorded only when assigned again. */
function readBack(
  random: Random,
  name: string,
  json: unknown,
  lines: string[],
  claims: (readonly [string, unknown])[],
  logs: unknown[],
): void {
  const claim = `t[${JSON.stringify(name)}]`;
  if (Array.isArray(json)) {
    // A handle on an array is a copy of its header: what is pushed is lost.
    lines.push(`${claim}.push("lost"); console.log(${claim}.length);`);
    logs.push(json.length);
  } else if (typeof json === "object" && json !== null) {
    lines.push(`${claim}.added = [1]; ${claim}.added.push(2); t.copy = ${claim}; delete t.copy;`);
    claims.push(["copy", { ...json, added: [1] }]);
    lines.push('console.log("copy" in t);');
    logs.push(false);
  } else if (random.fraction() < 0.5) {
    lines.push(`console.log(${claim} === null);`);
    logs.push(json === null);
  }
}

/** Three ways to take one turn of the queue for each step. */
function chainSource(random: Random, { at, steps }: { readonly at: number; readonly steps: number }): string {
  const log = (step: number) => `console.log("${at}.${step}")`;
  const all = Array.from({ length: steps }, (_, step) => step);
  switch (random.below(3)) {
    case 0:
      return `Promise.resolve()${all.map((step) => `.then(() => { ${log(step)}; })`).join("")};`;
    case 1:
      return `(async () => { ${all.map((step) => `await null; ${log(step)};`).join(" ")} })();`;
    default:
      return `(async () => { for (const step of [${all.join()}]) { await undefined; console.log("${at}." + step); } })();`;
  }
}

function randomEnd(random: Random): { readonly source: string; readonly failure: string | null } {
  if (random.fraction() < 0.4) return { source: random.pick(["return 1;", "", "return t;"]), failure: null };
  const text = random.pick(["boom", "a\\nb", "GoError: x GoError: y", "é 😀"]);
  const shown = text.replaceAll("GoError: ", "").split("\\n")[0] ?? "";
  const kind = random.pick(["Error", "TypeError", "RangeError", "SyntaxError", "URIError"]);
  const thrown = random.pick<readonly [string, string]>([
    [`new ${kind}("${text}")`, `${kind}: ${shown}`],
    [`new ${kind}()`, kind],
    [`new ${kind}("m", { cause: new Error("hidden") })`, `${kind}: m`],
    [`Object.assign(new ${kind}("m"), { name: "Own", message: "late" })`, "Own: late"],
    [`Object.assign(new ${kind}("m"), { name: "" })`, "m"],
    [`Object.assign(new ${kind}("m"), { stack: "own stack" })`, "own stack"],
    [`"${text}"`, shown],
    ["null", "TypeError: Cannot convert undefined or null to object"],
    ["undefined", "TypeError: Cannot convert undefined or null to object"],
    ["17", "17"],
    ["5n", "5"],
    ["false", "false"],
    ['Symbol("sym")', "sym"],
    ["[1, [2]]", "1,2"],
    ["({ code: 1 })", "[object Object]"],
    ['({ stack: "fake" })', "fake"],
    ["({ stack: undefined })", "<nil>"],
    ['({ toString() { return "told"; } })', "told"],
    ['({ toString() { throw new RangeError("inner"); } })', "RangeError: inner"],
    ["new (class Mine extends Error { constructor() { super('m'); this.name = 'Mine'; } })()", "Mine: m"],
  ]);
  const [source, failure] = thrown;
  const way = random.pick([
    `throw ${source};`,
    `return Promise.reject(${source});`,
    `await Promise.reject(${source});`,
    `await new Promise((_, no) => no(${source}));`,
    `await Promise.all([1, Promise.reject(${source})]);`,
    `return { then(_, no) { no(${source}); } };`,
    `try { throw new Error("first"); } finally { throw ${source}; }`,
    `[1].forEach(() => { throw ${source}; });`,
  ]);
  return { source: way, failure };
}
