import { expect, test } from "vitest";
import { requestOf } from "./request.ts";

const value = (json: unknown) => ({ text: JSON.stringify(json), problem: null });
const fetchOf = (...args: readonly unknown[]) => ({ kind: "call", fn: "kinde.fetch", args: args.map(value) }) as const;

test("a fetch asks with its method, GET when it names none", () => {
  expect(requestOf(fetchOf("https://a.example/x"))).toEqual({ method: "GET", url: "https://a.example/x" });
  expect(requestOf(fetchOf("https://a.example/x", { method: "post" }))).toEqual({
    method: "POST",
    url: "https://a.example/x",
  });
  expect(requestOf(fetchOf(1))).toBeNull();
  expect(requestOf({ kind: "call", fn: "kinde.env.get", args: [value("KEY")] })).toBeNull();
});
