/** The example that a first visit opens. Stands apart from the others, so that the first paint need not load them. */
import workflow from "./add-company-name/Workflow.ts?raw";
import json from "./add-company-name/example.json";
import { type Example, toExample } from "./example.ts";

export const DEFAULT_EXAMPLE: Example = toExample("add-company-name", json, [{ name: "Workflow.ts", text: workflow }]);
