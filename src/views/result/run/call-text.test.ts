import { expect, test } from "vitest";
import { shownAnswer, statusOf } from "./call-text.ts";

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
