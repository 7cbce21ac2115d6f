import { expect, test } from "vitest";
import { formatLinkParameters } from "./format-link-parameters.ts";
import { type LinkParameters, parseLinkParameters } from "./link-parameters.ts";

test("parameters are read from any fragment, with or without a project", () => {
  expect(parseLinkParameters("#wf1.abc&line=12-14&view=diff&token=idToken&embed")).toEqual({
    lines: { first: 12, last: 14 },
    view: "diff",
    token: "idToken",
    embed: true,
  });
  expect(parseLinkParameters("#embed")).toEqual({ embed: true });
  expect(parseLinkParameters("#line=L3")).toEqual({ lines: { first: 3, last: 3 } });
  expect(parseLinkParameters("")).toEqual({});
});

test("what is malformed or unknown is left out", () => {
  const fragments = [
    "line=0",
    "line=5-4",
    "line=a",
    "line=1-2-3",
    "line=9999999",
    "line=-1",
    "token=__proto__",
    "token=",
    "view=<b>",
    "view=DIFF",
    `view=${"a".repeat(33)}`,
    "file=%E0%A4%A",
    "file=",
    "__proto__=x",
    "constructor",
    "&&&===",
  ];
  for (const fragment of fragments) expect(parseLinkParameters(`#x&${fragment}`), fragment).toEqual({});
});

test("the last of two values counts", () => {
  expect(parseLinkParameters("#a&view=code&view=diff")).toEqual({ view: "diff" });
});

test("what is formatted is read back, and always ends in a letter or digit", () => {
  const all: readonly LinkParameters[] = [
    {},
    { token: "m2mToken" },
    { view: "jwt", embed: true },
    { lines: { first: 7, last: 7 } },
    { file: "lib/ä & ö=(1)", lines: { first: 1, last: 200 } },
    { file: "a)" },
    { file: "b_" },
  ];
  for (const parameters of all) {
    const text = formatLinkParameters(parameters);
    expect(parseLinkParameters(text)).toEqual(parameters);
    expect(text).toMatch(/^$|^&.*[A-Za-z0-9]$/);
  }
});
