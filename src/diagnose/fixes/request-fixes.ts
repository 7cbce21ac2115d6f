/** Fixes of requests: options that are missing, and a body that is parsed already. */
import type { FixMaker } from "./fix.ts";

const OPTIONS = '{ method: "GET", headers: {} }';

export const passOptions: FixMaker = ({ file, index }) => {
  const only = file.view.text(index + 1) === "(" ? file.view.argumentsOf(index + 1) : [];
  const argument = only[0];
  if (argument === undefined || only.length !== 1) return null;
  const start = file.end(argument.end - 1);
  return { title: `Pass ${OPTIONS}`, edits: [{ file: file.name, start, end: start, text: `, ${OPTIONS}` }] };
};

/** `await r.json()` and `r.json()` become `r.data`; everything else that reads a body may mean something else. */
export const readData: FixMaker = ({ file, index }) => {
  const { view } = file;
  if (!view.is(index - 1, ".", "json", "(", ")")) return null;
  const data = { file: file.name, start: file.start(index), end: view.tokens[index + 2]?.end ?? 0, text: "data" };
  const isInBrackets = view.text(index - 2) === ")";
  const answer = isInBrackets ? view.openOf(index - 2) : index - 2;
  if (!isInBrackets && (view.tokens[answer]?.kind !== "name" || view.isAfterDot(answer))) return null;
  const title = `Read ${isInBrackets ? "the answer’s " : `${view.text(answer)}.`}data`;
  if (view.text(answer - 1) !== "await") return { title, edits: [data] };
  const start = file.start(answer - 1);
  return { title, edits: [{ file: file.name, start, end: file.start(answer), text: "" }, data] };
};
