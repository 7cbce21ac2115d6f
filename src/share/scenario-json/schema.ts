/** The JSON Schema of `scenarios.json` (2020-12), as it is served with the page. */
import { indentJson } from "../../workflow/indent-json.ts";
import { scenarioFileShape } from "./shape.ts";

export const SCHEMA_FILE = "scenarios.schema.json";

export function scenarioSchemaText(): string {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Scenarios of a Kinde workflow",
    ...scenarioFileShape.schema,
  };
  return `${indentJson(JSON.stringify(schema))}\n`;
}
