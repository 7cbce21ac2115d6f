/** Puts the JSON Schema of `scenarios.json` beside the page, so that editors can complete the file by its address. */
import type { Plugin } from "vite";
import { SCHEMA_FILE, scenarioSchemaText } from "../src/share/scenario-json/schema.ts";

export function scenarioSchema(): Plugin {
  return {
    name: "scenario-schema",
    configureServer({ middlewares }) {
      middlewares.use(`/${SCHEMA_FILE}`, (_, response) => {
        response.setHeader("content-type", "application/schema+json").end(scenarioSchemaText());
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: SCHEMA_FILE, source: scenarioSchemaText() });
    },
  };
}
