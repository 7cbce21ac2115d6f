/** Finds the workflows of a folder as Kinde's runtime does, each with the files it reaches and its scenarios. */
import { isJsonObject } from "../workflow/json.ts";
import { parseJsonText } from "../workflow/parse-json-text.ts";
import { workflowName } from "../share/scenario-json/project-scenarios.ts";
import type { Folder } from "./folder.ts";

export type FoundWorkflow = {
  /** Its folder's name under `environment/workflows`, else its file's. */
  readonly name: string;
  readonly entry: string;
  /** With a `/` at its end, or "". */
  readonly folder: string;
};

/** Kinde compares in lower case and takes `.ts` and `.js` only (recorded). */
const ENTRY = /workflow\.(?:ts|js)$/i;

export function findWorkflows({ names, read }: Folder): readonly FoundWorkflow[] {
  const root = names.includes("kinde.json") ? `${rootIn(read("kinde.json"))}/environment/workflows/` : "";
  return names
    .filter((name) => name.startsWith(root) && ENTRY.test(name))
    .map((entry) => {
      const folder = entry.slice(0, entry.lastIndexOf("/") + 1);
      return { name: workflowName(entry), entry, folder };
    });
}

function rootIn(text: string): string {
  const reading = parseJsonText(text);
  const root = reading.kind === "ok" && isJsonObject(reading.value) ? reading.value["rootDir"] : undefined;
  return (typeof root === "string" ? root : "kindeSrc").replace(/^\.\/|\/+$/g, "");
}

/** The scenarios that stand beside a workflow; null when there are none. */
export function scenariosOf({ folder }: FoundWorkflow, { names }: Folder): string | null {
  const name = `${folder}scenarios.json`;
  return names.includes(name) ? name : null;
}
