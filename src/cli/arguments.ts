/** The command's arguments, or what is wrong with them. */
import { parseArgs } from "node:util";
import { nearest } from "../workflow/json-shape.ts";

const REPORTERS = ["text", "json", "junit", "github"] as const;
type Reporter = (typeof REPORTERS)[number];

const COMMANDS = ["test", "check", "link", "embeds", "compare"] as const;
type Command = (typeof COMMANDS)[number];

export type Arguments = {
  readonly command: Command;
  readonly targets: readonly string[];
  readonly filter: string;
  readonly reporter: Reporter;
  readonly site: string | null;
  readonly update: boolean;
  readonly failOnWarning: boolean;
  readonly watch: boolean;
  readonly useAsBase: boolean;
};

type ArgumentsReading =
  | { readonly kind: "ok"; readonly args: Arguments }
  | { readonly kind: "help" }
  | { readonly kind: "invalid"; readonly message: string };

export const HELP = `kinde-workflows test [folder | Workflow.ts | share link]   runs every scenarios.json
  --filter text        only workflows and scenarios whose name has the text
  --reporter NAME      text, json, junit or github
  --update             writes what is seen as what is expected
  --fail-on-warning    a warning about the source fails too
  --watch              runs again when a file changes
  --site URL           the playground whose address failures are opened at
kinde-workflows check [folder]      what is to be said about each workflow, also across files
kinde-workflows link FILE|FOLDER    prints a share link (--site URL)
kinde-workflows compare Workflow.ts FILE   how a token that Kinde issued differs from the one predicted; - reads it from stdin
  --use-as-base        the token, without what the workflow wrote, is what the workflow starts from
  --filter text        the scenario to predict with
kinde-workflows embeds FILE…        runs the embeds of documentation pages
`;

export function readArguments(words: readonly string[]): ArgumentsReading {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error);
    return { kind: "invalid", message: `${message}. See kinde-workflows --help.` };
  }
  const { values, positionals } = parsed;
  const [name, ...targets] = positionals;
  if (values.help || name === undefined) return { kind: "help" };
  const command = COMMANDS.find((one) => one === name);
  if (command === undefined) {
    const near = nearest(name, COMMANDS);
    const hint = near === null ? `There are ${COMMANDS.join(", ")}.` : `Did you mean ${near}?`;
    return { kind: "invalid", message: `There is no command “${name}”. ${hint}` };
  }
  const reporter = REPORTERS.find((one) => one === values.reporter);
  if (reporter === undefined) {
    return {
      kind: "invalid",
      message: `There is no reporter “${values.reporter}”. There are ${REPORTERS.join(", ")}.`,
    };
  }
  const { filter, site = null, update, watch } = values;
  if (site !== null && !/^https?:\/\//.test(site)) {
    return { kind: "invalid", message: "--site is the address of a playground, such as https://playground.example/." };
  }
  if (command === "compare" && targets.length !== 2) {
    return { kind: "invalid", message: "compare takes a workflow and a file with the token, or - for stdin." };
  }
  if (command !== "embeds" && command !== "compare" && targets.length > 1) {
    return { kind: "invalid", message: `${command} takes one folder or file, not ${targets.length}.` };
  }
  const failOnWarning = values["fail-on-warning"];
  const useAsBase = values["use-as-base"];
  return { kind: "ok", args: { command, targets, filter, reporter, site, update, failOnWarning, watch, useAsBase } };
}

function parse(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      filter: { type: "string", default: "" },
      reporter: { type: "string", default: "text" },
      site: { type: "string" },
      update: { type: "boolean", default: false },
      "fail-on-warning": { type: "boolean", default: false },
      "use-as-base": { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
}
