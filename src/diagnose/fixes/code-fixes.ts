/** Fixes of the code around a workflow: imports and the form of the default export. */
import { defaultExportOf } from "../default-export.ts";
import type { FixInput, FixMaker } from "./fix.ts";
import { importOf } from "./import-edits.ts";
import { addBindings } from "./settings-edits.ts";
import { inWords } from "./settings-fixes.ts";
import { BINDINGS_OF_EXPORT } from "../bindings.ts";
import { stringValue } from "../../workflow/string-value.ts";
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

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Forms that can be read in one way only: a year first, or the month in letters. */
const DATES = [
  /^(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})$/,
  /^(?:[A-Za-z]+,? )?(?<month>[A-Za-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/,
  /^(?:[A-Za-z]+,? )?(?<day>\d{1,2})(?:st|nd|rd|th)?\.? (?<month>[A-Za-z]{3,9})\.?,? (?<year>\d{4})$/,
];

/** The same day as production reads it, which is in UTC. */
export const writeDate: FixMaker = ({ file, index }) => {
  const token = file.view.tokens[index];
  const text = stringValue(token?.text ?? "");
  const { year = "", month = "", day = "" } = DATES.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (token === undefined || number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const iso = `"${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}"`;
  return { title: `Write ${iso}`, edits: [{ file: file.name, start: token.start, end: token.end, text: iso }] };
};
