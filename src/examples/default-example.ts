/** The example that a first visit opens. Made without the seeds and the other examples, so that the first paint need not load them. */
import type { Example } from "./example.ts";
import workflow from "./add-company-name/Workflow.ts?raw";
import json from "./add-company-name/example.json";
import { createProject } from "../workflow/project.ts";

export const DEFAULT_EXAMPLE: Example = {
  name: "add-company-name",
  ...json,
  project: createProject([{ name: "Workflow.ts", text: workflow }]),
};
