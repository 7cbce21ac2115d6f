import { expect, test } from "vitest";
import { createProject } from "../workflow/project.ts";
import { nameOfWork } from "./name-of-work.ts";

const projectOf = (text: string) => createProject([{ name: "Workflow.ts", text }]);

test("work is known by its workflow’s id, else by its file", () => {
  expect(nameOfWork(projectOf('export const workflowSettings = { id: "addHouse" };'))).toBe("addHouse");
  expect(nameOfWork(projectOf("//"))).toBe("Workflow.ts");
});
