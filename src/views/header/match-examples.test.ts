import { expect, test } from "vitest";
import { matchExamples } from "./match-examples.ts";

const items = [
  { name: "add-claim", title: "Add a claim", purpose: "Adds companyName to the access token." },
  { name: "m2m", title: "An M2M token", purpose: "Adds a claim for machines." },
  { name: "deny", title: "Deny access", purpose: "No token is issued." },
];
const found = (query: string) => matchExamples(items, query).map((item) => item.name);

test("without words every example stands in its own order", () => {
  expect(found("  ")).toEqual(["add-claim", "m2m", "deny"]);
});

test("each word must begin a word; titles come first", () => {
  expect(found("claim")).toEqual(["add-claim", "m2m"]);
  expect(found("TOK comp")).toEqual(["add-claim"]);
  expect(found("m2m")).toEqual(["m2m"]);
  expect(found("(deny)")).toEqual(["deny"]);
  expect(found("laim")).toEqual([]);
});
