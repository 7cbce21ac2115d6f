/** What a run may try to leave behind for the next one, which must find an engine that is as new. */
import type { SourceFile } from "../../../src/workflow/project.ts";
import { workflow } from "./hostile-case.ts";

type Leftover = {
  readonly name: string;
  readonly first: readonly SourceFile[];
  /** Writes the claim `found`, which must be `json`. */
  readonly next: readonly SourceFile[];
  readonly json: string;
};

const SECRET = `kinde.env.get("SECRET").value`;

export const LEFTOVERS: readonly Leftover[] = (
  [
    ["a global", `globalThis.left = ${SECRET};`, "typeof globalThis.left", '"undefined"'],
    ["a member of Object.prototype", `Object.prototype.left = ${SECRET};`, "typeof ({}).left", '"undefined"'],
    ["a patched JSON.stringify", `JSON.stringify = () => "left";`, "JSON.stringify([1])", '"[1]"'],
    ["a patched list", "Array.prototype.map = () => ['left'];", "[1].map((x) => x + 1)", "[2]"],
    ["a patched promise", "Promise.prototype.then = () => 'left';", "await Promise.resolve(7)", "7"],
    ["a patched package", "kinde.accessToken.left = 1;", "typeof kinde.accessToken.left", '"undefined"'],
    ["a frozen prototype", "Object.freeze(Array.prototype);", "Object.isFrozen(Array.prototype)", "false"],
    ["a registered symbol", `Symbol.for(${SECRET}).left = 1;`, `Symbol.for("a").description`, '"a"'],
    ["a regular expression’s position", "const r = /a/g; r.lastIndex = 5;", "/a/g.lastIndex", "0"],
    ["the state of Math.random", "for (let i = 0; i < 99; i++) Math.random();", "Math.random() >= 0", "true"],
    ["a job that is not done", `Promise.resolve().then(() => { for (;;) set("late", 1); });`, '"alone"', '"alone"'],
    ["a promise that never settles", "await new Promise(() => undefined);", '"alone"', '"alone"'],
    [
      "memory full of secrets",
      `new Array(5e3).fill(0).map((_, i) => ${SECRET} + i);`,
      "[...new Uint8Array(3e5)].some(Boolean)",
      "false",
    ],
  ] as const
).map(([name, first, next, json]) => ({
  name,
  first: workflow(first),
  next: workflow(`set("found", ${next});`),
  json,
}));
