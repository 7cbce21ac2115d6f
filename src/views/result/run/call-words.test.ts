import { expect, test } from "vitest";
import { type Call, isUnanswered, mockFor, requestOf, shownAnswer, statusOf } from "./call-words.ts";

const value = (json: unknown) => ({ text: JSON.stringify(json), problem: null });
const fetchOf = (url: unknown, options?: unknown, answer?: Call["answer"]): Call => ({
  kind: "call",
  fn: "kinde.fetch",
  args: options === undefined ? [value(url)] : [value(url), value(options)],
  ...(answer ? { answer } : {}),
});
const unanswered = { error: "GET https://api.example.com/plan has no mock." };

test("a fetch asks with its method, GET when it names none", () => {
  expect(requestOf(fetchOf("https://a.example/x"))).toEqual({ method: "GET", url: "https://a.example/x" });
  expect(requestOf(fetchOf("https://a.example/x", { method: "post" }))).toEqual({
    method: "POST",
    url: "https://a.example/x",
  });
  expect(requestOf(fetchOf(1))).toBeNull();
  expect(requestOf({ kind: "call", fn: "kinde.env.get", args: [value("KEY")] })).toBeNull();
});

test("a request that no mock matches can be given one, which then matches", () => {
  const call = fetchOf("https://api.example.com/plan", {}, unanswered);
  expect(isUnanswered(call, [])).toBe(true);
  const mock = mockFor({ method: "GET", url: "https://api.example.com/plan" });
  expect(mock).toEqual({
    method: "GET",
    url: "https://api.example.com/plan",
    status: 200,
    answer: "json",
    body: "{}",
    latencyMs: 0,
  });
  expect(isUnanswered(call, [mock])).toBe(false);
  expect(isUnanswered(call, [{ ...mock, url: "https://api.example.com/*" }])).toBe(false);
  expect(isUnanswered(call, [{ ...mock, method: "POST" }])).toBe(true);
  expect(isUnanswered(fetchOf("https://api.example.com/plan", {}, { text: "{}" }), [])).toBe(false);
});

test("an answer's status is read where there is one", () => {
  expect([statusOf('{"status":404,"text":""}'), statusOf("null"), statusOf('{"status":"ok"}')]).toEqual([
    404,
    null,
    null,
  ]);
});

test("the value of a secret variable is not shown", () => {
  expect(shownAnswer("kinde.env.get", '{"value":"s3cret","isSecret":true}').text).toBe(
    '{"value":"••••••","isSecret":true}',
  );
  expect(shownAnswer("kinde.env.get", '{"value":"plain","isSecret":false}').text).toBe(
    '{"value":"plain","isSecret":false}',
  );
});
