import { expect, test } from "vitest";
import { titleOfProject } from "./title-of-project.ts";
import { createProject } from "../workflow/project.ts";

const shared = createProject([]);
const examples = [{ name: "deny-access", title: "Deny access to suspended organizations" }];

test("the page names what is open", () => {
  expect(titleOfProject({ kind: "own" }, examples)).toBe("Your work");
  expect(titleOfProject({ kind: "link", link: "wf1.x", shared, missingSecrets: [] }, examples)).toBe("From a link");
  expect(titleOfProject({ kind: "example", name: "deny-access" }, examples)).toBe(
    "Deny access to suspended organizations",
  );
});

test("an example whose title is not here yet goes by its folder’s words", () => {
  expect(titleOfProject({ kind: "example", name: "hasura-claims" }, examples)).toBe("Hasura claims");
});
