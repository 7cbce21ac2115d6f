/** Fixes of the code around a workflow: imports and the form of the default export. */
import { defaultExportOf } from "../default-export.ts";
import type { FixInput, FixMaker } from "./fix.ts";
import { importOf } from "./import-edits.ts";
import { addBindings } from "./settings-edits.ts";
import { inWords } from "./settings-fixes.ts";
import { BINDINGS_OF_EXPORT } from "../bindings.ts";
import { PACKAGE_NAME } from "../../workflow/package-exports.ts";

/** With the bindings that it needs: without them the import would only lead to the next failure. */
function importNamed({ file, index, entry, result }: FixInput, name: string): ReturnType<FixMaker> {
  const edits = file.view.isGlobal(index) ? importOf(file, name) : null;
  if (edits === null) return null;
  const title = `Import ${name} from ${PACKAGE_NAME}`;
  const lacking = (BINDINGS_OF_EXPORT.get(name) ?? []).filter((binding) => !result.settings.bindings.includes(binding));
  if (lacking.length === 0) return { title, edits };
  const added = addBindings(entry, result.settings, lacking);
  return added && { title: `${title} and add ${inWords(lacking)} to the bindings`, edits: [...edits, ...added] };
}

export const importExport: FixMaker = (input) => importNamed(input, input.file.view.text(input.index));

export const importFetch: FixMaker = (input) => importNamed(input, "fetch");

export const makeAsync: FixMaker = ({ entry }) => {
  const found = defaultExportOf(entry.view);
  if (found === null || (found.form !== "function" && found.form !== "arrow")) return null;
  const start = entry.start(found.keywordIndex + 2);
  return { title: "Make the function async", edits: [{ file: entry.name, start, end: start, text: "async " }] };
};
