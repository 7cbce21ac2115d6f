import { expect, test } from "vitest";
import { formFor } from "./form-fields.ts";

test("a form has its own fields; another one that is named is drawn and said to be unknown", () => {
  expect(formFor("user:new_password_provided", ["p_first_password"]).unknown).toEqual([]);
  const form = formFor("user:new_username_provided", ["nickname", "nickname"]);
  expect(form.fields.map((field) => field.name)).toEqual(["p_username", "nickname"]);
  expect(form.unknown).toEqual(["nickname"]);
});
