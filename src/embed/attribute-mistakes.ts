/** What is wrong with the attributes of a `<kinde-workflow>`: told to its author, on the author's machine and by `kinde-workflows embeds`. */
import { nearest } from "../workflow/json-shape.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { EMBED_VIEWS } from "./embed-settings.ts";

type Check = (value: string) => boolean;

const oneOf =
  (names: readonly string[]): Check =>
  (value) =>
    names.includes(value);
const anything: Check = () => true;
const isNumber: Check = (value) => /^\d{1,7}$/.test(value);

/** Those that the element reads (docs/embedding.md), and what each may be. */
const ATTRIBUTES: { readonly [name: string]: { readonly holds: Check; readonly expected: string } } = {
  token: { holds: oneOf(TOKEN_NAMES), expected: TOKEN_NAMES.join(", ") },
  view: { holds: oneOf(EMBED_VIEWS), expected: EMBED_VIEWS.join(", ") },
  theme: { holds: oneOf(["auto", "light", "dark"]), expected: "auto, light, dark" },
  title: { holds: anything, expected: "text" },
  readonly: { holds: anything, expected: "nothing" },
  editable: { holds: anything, expected: "nothing" },
  height: { holds: (value) => value === "auto" || isNumber(value), expected: "auto, or a number of pixels" },
  "start-line": { holds: isNumber, expected: "a number" },
  highlight: {
    holds: (value) => /^\s*\d+(\s*-\s*\d+)?(\s*,\s*\d+(\s*-\s*\d+)?)*\s*$/.test(value),
    expected: "lines such as 3,5-7",
  },
  scenario: { holds: anything, expected: "JSON or a share link" },
  scenarios: { holds: anything, expected: "the JSON of a scenarios.json, or a share link" },
  expect: { holds: anything, expected: "an expectation" },
};

export const ATTRIBUTE_NAMES: readonly string[] = Object.keys(ATTRIBUTES);

/** Those that any element can have, and what frameworks add. */
const EVERYWHERE =
  /^(?:id|class|class-name|style|slot|hidden|lang|dir|key|ref|tabindex|role|is|data-.+|aria-.+|client-.+|v-.+|on-?.+|[:@#].*|suppress-hydration-warning)$/;

/** In sentences; empty where all is well. */
export function attributeMistakes(attributes: ReadonlyMap<string, string>): readonly string[] {
  return [...attributes].flatMap(([name, value]) => {
    const known = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
    if (known !== undefined) {
      if (known.holds(value.trim())) return [];
      return [`${name}="${value}" means nothing to <kinde-workflow>. Expected: ${known.expected}.`];
    }
    if (EVERYWHERE.test(name)) return [];
    const near = nearest(name, ATTRIBUTE_NAMES);
    const hint = near === null ? `There are ${ATTRIBUTE_NAMES.join(", ")}.` : `Did you mean ${near}?`;
    return [`<kinde-workflow> has no attribute ${name}. ${hint}`];
  });
}
