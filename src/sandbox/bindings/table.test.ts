/** The three places that know bindings by name agree: what the sandbox grants, where Kinde offers it, and what an export needs. */
import { expect, test } from "vitest";
import { BINDING_OF_GLOBAL, BINDINGS_OF_EXPORT, EVERYWHERE } from "../../diagnose/bindings.ts";
import { TRIGGERS } from "../../workflow/trigger.ts";
import { BINDINGS } from "./table.ts";

test("every binding is offered somewhere, and whatever is offered or needed can be granted", () => {
  const offered = new Set([...Object.values(TRIGGERS).flatMap(({ bindings }) => bindings), ...EVERYWHERE]);
  const needed = [...BINDINGS_OF_EXPORT.values(), ...BINDING_OF_GLOBAL.values()].flat();
  expect([...offered].toSorted()).toEqual(Object.keys(BINDINGS).toSorted());
  for (const name of needed) expect(Object.keys(BINDINGS)).toContain(name);
});
