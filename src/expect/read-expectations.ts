/** Reads what is expected of one scenario, as the page edits it: the JSON text that stands behind `"expect"` in `scenarios.json`. */
import type { JsonMistake } from "../workflow/json-mistake.ts";
import { placeOf } from "../workflow/json-mistake.ts";
import type { ShapeMistake } from "../workflow/json-shape.ts";
import { readLocatedJson } from "../workflow/located-json.ts";
import { MAX_JSON_CHARACTERS } from "../workflow/parse-json-text.ts";
import type { Expectations } from "./expectation.ts";
import { expectationShape } from "./expectation-shape.ts";
import { settle } from "./levels.ts";

type ExpectationsReading =
  /** Null when nothing is expected. */
  | { readonly kind: "ok"; readonly expectations: Expectations | null }
  /** In the order of the text; never empty. */
  | { readonly kind: "invalid"; readonly mistakes: readonly JsonMistake[] };

/** Comments and trailing commas are read; a blank text expects nothing. Never throws. */
export function readExpectations(text: string): ExpectationsReading {
  if (text.trim() === "") return { kind: "ok", expectations: null };
  if (text.length > MAX_JSON_CHARACTERS) {
    const message = `The text is longer than ${MAX_JSON_CHARACTERS.toLocaleString("en")} characters.`;
    return { kind: "invalid", mistakes: [{ message, line: 1, column: 1 }] };
  }
  const reading = readLocatedJson(text);
  if (reading.kind === "invalid") {
    const { message, line, column } = reading;
    return { kind: "invalid", mistakes: [{ message, line, column }] };
  }
  const told: ShapeMistake[] = [];
  const level = expectationShape.read(reading.value, "What is expected", (mistake) => told.push(mistake));
  const settled = level && told.length === 0 ? settle(level) : null;
  told.push(...(settled?.mistakes ?? []));
  if (settled && told.length === 0) return { kind: "ok", expectations: settled.expectations };
  const mistakes = told.toSorted((one, other) => one.at - other.at);
  return { kind: "invalid", mistakes: mistakes.map(({ at, message }) => ({ message, ...placeOf(text, at) })) };
}
