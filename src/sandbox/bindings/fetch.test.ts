import { expect, test } from "vitest";
import { findMock } from "./fetch.ts";

const found = (urls: readonly string[], url: string) =>
  urls[
    findMock(
      urls.map((one) => ({ url: one })),
      "GET",
      url,
    )
  ];

test("the very address comes before patterns, wherever they stand", () => {
  const mocks = ["https://a.test/*", "https://a.test/users/{id}", "https://a.test/users/*", "https://a.test/users/1"];
  expect(found(mocks, "https://a.test/users/1")).toBe("https://a.test/users/1");
  expect(found(mocks, "https://a.test/users/2")).toBe("https://a.test/users/{id}");
  expect(found(mocks, "https://a.test/users/2/roles")).toBe("https://a.test/users/*");
  expect(found(mocks, "https://a.test/plan")).toBe("https://a.test/*");
  expect(found(mocks, "https://b.test/plan")).toBeUndefined();
});

test("a part in braces is one part of the path, in the midst of others too", () => {
  const mocks = ["https://a.test/organizations/{code}/users/{id}/roles", "https://a.test/user?id={id}"];
  expect(found(mocks, "https://a.test/organizations/org_1/users/kp_1/roles")).toBe(mocks[0]);
  expect(found(mocks, "https://a.test/organizations/org_1/users/kp_1/x/roles")).toBeUndefined();
  expect(found(mocks, "https://a.test/user?id=kp_1")).toBe(mocks[1]);
  expect(found(mocks, "https://a.test/user?id=kp_1&x=1")).toBe(mocks[1]);
});

test("of two that say the same the first answers, and letters of patterns mean themselves", () => {
  expect(findMock([{ url: "https://a.test/*" }, { url: "https://a.test/*" }], "GET", "https://a.test/x")).toBe(0);
  expect(found(["https://a.test/x.json*"], "https://a.test/xajson")).toBeUndefined();
  expect(found(["https://a.test/a*b"], "https://a.test/a*b")).toBe("https://a.test/a*b");
});
