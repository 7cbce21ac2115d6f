/** The place of a call over several lines is that of its name. */
import { expect, test } from "vitest";
import { CallSites } from "./call-site.ts";
import { BODY_LINE, runBody } from "../../testing/run-body.ts";

/** Finds `@` in the code, takes it as the engine's place, and shows the line the call is reported at. */
function reported(marked: string, ...names: string[]): string {
  const at = marked.indexOf("@");
  const code = marked.replace("@", "");
  const before = code.slice(0, at);
  const { line, column } = new CallSites(code).find(
    { line: before.split("\n").length, column: at - before.lastIndexOf("\n") },
    names,
  );
  return code.split("\n")[line - 1]?.slice(column - 1) ?? "";
}

test("a call whose arguments go on below is where its name is", () => {
  expect(
    reported('const r = await fetch("https://x/" + id, {\n  body: JSON.stringify(@order.items),\n});', "fetch"),
  ).toBe('fetch("https://x/" + id, {');
  expect(reported("list\n  .map(\n    (@x) => x,\n  );", "map")).toBe("map(");
  expect(reported("throw new ApiError(\n  404,\n  @context.user,\n);", "ApiError")).toBe("ApiError(");
});

test("strings, templates, comments and regular expressions hide their brackets", () => {
  const start = `f(/[)(]/.test(a / b), ")", \`)\${g({ ")": 1 })})\`, // )`;
  expect(reported(`${start}\n /* ) */ @o.p)`, "f")).toBe(start);
  expect(reported("const half = total / 2; check(a /\n @b.c, /\\)/)", "check")).toBe("check(a /");
});

test("an assigned value over several lines is where it begins", () => {
  expect(reported("if (x) {\n  t.profile = {\n    plan: [1,\n @account.plan],\n  };\n}")).toBe("{");
  expect(reported("t.a = @b.c;")).toBe("b.c;");
  expect(reported("each((x) => {\n  t.a = @x;\n});")).toBe("x;");
});

test("a place that is the call's own stays, as does one in another function", () => {
  expect(reported("outer(\n  @check(1),\n);", "check")).toBe("check(1),");
  expect(reported("check(() => {\n  @other.x;\n});", "check")).toBe("other.x;");
  expect(reported("if (@o.p) check(1);", "check")).toBe("o.p) check(1);");
});

test("a run's places are those of the calls and of the assigned values", async () => {
  const { outcome, effects } = await runBody(`const o = { plan: "pro", n: 1 };
t.profile = {
  plan: o.plan,
};
console.log(
  o.n,
);
kindeSdk.fetch("https://nope.test/" + o.n, {
  headers: { a: o.plan },
});
throw new TypeError(
  "x" + o.plan.length.toString(),
);`);
  expect(effects.map(({ kind, position }) => [kind, position && position.line - BODY_LINE])).toEqual([
    ["claim", 1],
    ["log", 4],
    ["call", 7],
  ]);
  expect(outcome.kind === "failed" && outcome.error.position?.line).toBe(BODY_LINE + 10);
});
