/** Writes scenarios as `scenarios.json`, so that reading it gives the same texts; values of secrets and pasted tokens are never in it. */
import { seedToken } from "../../workflow/base-token.ts";
import { seedEvent } from "../../workflow/event.ts";
import { compactJson } from "../../workflow/exact-json.ts";
import { indentJson } from "../../workflow/indent-json.ts";
import { readLocatedJson } from "../../workflow/located-json.ts";
import { isSentJson, readHeaders } from "../../workflow/detailed-mock.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import type { FetchMockDraft, Scenario } from "../../workflow/scenario.ts";
import { TOKEN_NAMES } from "../../workflow/token.ts";
import { type Trigger, TRIGGER_NAMES } from "../../workflow/trigger.ts";
import { layOver, overlayBetween } from "./overlay.ts";

/**
 * @param trigger whose event is written as the event; those of others stand by their triggers. Null where it is not known.
 * @param drafts JSON text that only the page reads.
 * @param head what else the file says, by name, as JSON text.
 */
export function writeScenarioFile(
  scenarios: readonly Scenario[],
  trigger: Trigger | null,
  drafts: string | null = null,
  head: Members = [],
): string {
  const written = scenarios.map((scenario, index) => scenarioText(scenario, trigger, index));
  const whole = indentJson(
    objectOf([
      ...head.filter(([name]) => name === "$schema"),
      ["version", "1"],
      ...head.filter(([name]) => name !== "$schema"),
      ["scenarios", `[${written.join(",")}]`],
      ["drafts", drafts],
    ]),
  );
  return `${withExpectations(whole, scenarios)}\n`;
}

/** Stands for what is expected until all else is laid out: that text keeps its own lines and comments. */
const placeholder = (index: number) => JSON.stringify(`\u0000${index}`);

const EXPECT_INDENT = " ".repeat(6);

function withExpectations(whole: string, scenarios: readonly Scenario[]): string {
  return whole.replace(/^( {6}"expect": )"\\u0000(\d+)"/gm, (_, start: string, index: string) => {
    const text = scenarios[Number(index)]?.expect.trim() ?? "";
    const reading = readLocatedJson(text);
    if (reading.kind === "invalid" || reading.value.kind !== "object") return start + JSON.stringify(text);
    const isAlone = text.startsWith("{") && text.endsWith("}");
    return start + (isAlone ? text.replaceAll("\n", `\n${EXPECT_INDENT}`) : indentJson(reading.value.json, 3));
  });
}

export type Members = readonly (readonly [name: string, json: string | null])[];

/** Without the members that are null. */
function objectOf(members: Members): string {
  const present = members.filter(([, json]) => json !== null);
  return `{${present.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
}

function objectOrNull(members: Members): string | null {
  const text = objectOf(members);
  return text === "{}" ? null : text;
}

function scenarioText(scenario: Scenario, trigger: Trigger | null, index: number): string {
  const { name, expect, task, hidden, tokens, events, env, mocks, localization } = scenario;
  const event = trigger === null ? undefined : events[trigger];
  const others = TRIGGER_NAMES.filter((other) => other !== trigger);
  return objectOf([
    ["name", JSON.stringify(name)],
    ["task", task === undefined ? null : `${task}`],
    ["hidden", hidden ? "true" : null],
    [
      "tokens",
      objectOrNull(
        TOKEN_NAMES.map((token) => {
          const draft = tokens[token];
          // A seed of another time differs in every claim that follows the clock, so that none of them moves.
          return [token, draft && !draft.imported ? layerText(draft.text, seedToken(token, 0)) : null];
        }),
      ),
    ],
    ["event", trigger === null || event === undefined ? null : layerText(event, seedEvent(trigger))],
    [
      "events",
      objectOrNull(
        others.map((other) => {
          const text = events[other];
          return [other, text === undefined ? null : layerText(text, seedEvent(other))];
        }),
      ),
    ],
    [
      "env",
      objectOrNull(
        distinct(env, ({ name: variable }) => variable)
          .filter(({ name: variable }) => variable.trim() !== "")
          .map(({ name: variable, value, isSecret }) => [
            variable,
            isSecret ? '{"secret":true}' : JSON.stringify(value),
          ]),
      ),
    ],
    ["mocks", mocks.length === 0 ? null : `[${mocks.map(mockText).join(",")}]`],
    [
      "localization",
      objectOrNull(distinct(localization, ({ key }) => key).map(({ key, text }) => [key, JSON.stringify(text)])),
    ],
    ["expect", expect.trim() === "" ? null : placeholder(index)],
  ]);
}

/** The difference from what is under it where that says it all, else the whole text. */
export function layerText(text: string, under: string): string {
  const overlay = isObject(text) ? overlayBetween(under, text) : null;
  return overlay !== null && indentJson(layOver(under, overlay)) === text ? overlay : JSON.stringify(text);
}

function isObject(text: string): boolean {
  return text.trimStart().startsWith("{") && parseJsonText(text, "unique").kind === "ok";
}

/** A name can stand only once in an object; the first counts. */
function distinct<T>(rows: readonly T[], nameOf: (row: T) => string): readonly T[] {
  return rows.filter((row, index) => rows.findIndex((other) => nameOf(other) === nameOf(row)) === index);
}

export function mockText({ method, url, status, answer, body, latencyMs, ...asked }: FetchMockDraft): string {
  const { times = 0, sentHeaders = "", sentBody = "", level = 0 } = asked;
  const headers = readHeaders(sentHeaders);
  const isJsonSent = isSentJson(sentBody) && parseJsonText(sentBody).kind === "ok";
  const isJson = answer === "json" && parseJsonText(body).kind === "ok";
  return objectOf([
    ["url", JSON.stringify(url)],
    ["method", method === "GET" ? null : JSON.stringify(method)],
    ["status", status === 200 || !isWhole(status, 100, 599) ? null : `${status}`],
    ["headers", headers === null || typeof headers === "number" ? null : JSON.stringify(headers)],
    ["body", sentBody === "" ? null : isJsonSent ? compactJson(sentBody) : JSON.stringify(sentBody)],
    ["times", isWhole(times, 1, 1_000_000) ? `${times}` : null],
    [isJson ? "json" : answer === "error" ? "error" : "text", isJson ? compactJson(body) : JSON.stringify(body)],
    ["latencyMs", isWhole(latencyMs, 1, 3_600_000) ? `${latencyMs}` : null],
    ["level", isWhole(level, 1, 1_000) ? `${level}` : null],
  ]);
}

const isWhole = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most;
