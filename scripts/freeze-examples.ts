/**
 * Adds examples that have changed to those that share links are compressed against: `npm run freeze-examples`.
 * Links name them by their place, so nothing that is there already is ever changed, moved or removed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { EXAMPLES } from "../src/examples/examples.ts";
import { toProjectJson } from "../src/share/write-project-json.ts";

const FROZEN = new URL("../src/share/examples-v1.json", import.meta.url);

const frozen: readonly { readonly name: string; readonly text: string }[] = JSON.parse(readFileSync(FROZEN, "utf8"));
const texts = new Set(frozen.map(({ text }) => text));
const added = EXAMPLES.map(({ name, title, project }) => ({
  name,
  text: JSON.stringify({ ...toProjectJson(project), title }),
})).filter(({ text }) => !texts.has(text));
writeFileSync(FROZEN, `${JSON.stringify([...frozen, ...added], null, 2)}\n`);
console.log(`${added.length} added: ${added.map(({ name }) => name).join(", ") || "nothing has changed"}`);
