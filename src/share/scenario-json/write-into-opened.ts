/** Writes scenarios into the text of the `scenarios.json` that they were opened from: only what was changed since changes in it. */
import { seedToken } from "../../workflow/base-token.ts";
import { seedEvent } from "../../workflow/event.ts";
import { compactJson } from "../../workflow/exact-json.ts";
import { type LocatedJson, readLocatedJson } from "../../workflow/located-json.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import type { Scenarios } from "../../workflow/project.ts";
import type { Scenario } from "../../workflow/scenario.ts";
import { TOKEN_NAMES } from "../../workflow/token.ts";
import { type Trigger, TRIGGER_NAMES } from "../../workflow/trigger.ts";
import { type FileScenario, readScenarioFile } from "./read.ts";
import { scenarioParts } from "./scenario-parts.ts";
import { setMember } from "./set-member.ts";
import { layerText, mockText } from "./write.ts";

type Opened = {
  readonly text: string;
  /** The clock at which it was read, in milliseconds. */
  readonly nowMs: number;
  /** The workflow's; null where it is not known. */
  readonly trigger: Trigger | null;
  /** Its scenarios as a page opens them; null where it has a mistake. */
  readonly read: (text: string) => Scenarios | null;
};

/** Null where an edit cannot be said over what lies under the scenario. Whether all was said rightly is for the caller to read. */
export function writeIntoOpened({ text: opened, nowMs, trigger, read }: Opened, now: Scenarios): string | null {
  const before = read(opened);
  let text = before && withList(opened, before, now);
  const order = text === null ? null : fromFarToNear(text);
  if (text === null || order === null) return null;
  let seen = look(text, read);
  for (const index of order) {
    const [was, wanted] = [seen?.scenarios[index], now[index]];
    if (wanted === undefined) continue;
    const place = seen?.list.items[index];
    const under = seen?.file.scenarios[index]?.levels.slice(0, -1);
    if (!seen || !place || !under || was?.name !== wanted.name) return null;
    if (JSON.stringify(was) === JSON.stringify(wanted)) continue;
    const written = withItem(text.slice(place.at, place.end), {
      was,
      now: wanted,
      under,
      trigger,
      nowMs: seen.file.nowMs ?? nowMs,
      indent: indentAt(text, place.at),
    });
    if (written === null) return null;
    text = text.slice(0, place.at) + written + text.slice(place.end);
    seen = look(text, read);
  }
  return text;
}

function look(text: string, read: Opened["read"]) {
  const reading = readScenarioFile(text);
  const [scenarios, list] = [read(text), listIn(text)];
  return reading.kind === "invalid" || scenarios === null || list === null
    ? null
    : { file: reading.file, scenarios, list };
}

/** What lies under others comes first, since these change with it. */
function fromFarToNear(text: string): readonly number[] | null {
  const reading = readScenarioFile(text);
  if (reading.kind === "invalid") return null;
  const depth = (index: number) => reading.file.scenarios[index]?.levels.length ?? 0;
  return [...reading.file.scenarios.keys()].toSorted((one, other) => depth(one) - depth(other));
}

/** With the names that there are now, in their order; what else they say comes later. */
function withList(text: string, before: Scenarios, now: Scenarios): string | null {
  const list = listIn(text);
  if (list === null) return null;
  const { items } = list;
  const origins = originsOf(before, now);
  const renamed = new Map(
    origins.flatMap((at, index) => {
      const [was, is] = [before[at ?? -1]?.name, now[index]?.name];
      return was !== undefined && is !== undefined && was !== is ? [[was, is] as const] : [];
    }),
  );
  const texts = now.map(({ name }, index) => {
    const item = items[origins[index] ?? -1];
    if (item === undefined) return `{ "name": ${JSON.stringify(name)} }`;
    const own = text.slice(item.at, item.end);
    const from = textOfMember(own, "from");
    const named = textOfMember(own, "name") === name ? own : setMember(own, "name", JSON.stringify(name), "");
    const isMoved = from !== undefined && renamed.has(from);
    return isMoved ? setMember(named, "from", JSON.stringify(renamed.get(from)), "") : named;
  });
  return assembled(text, list, origins, texts, before.length);
}

type List = Extract<LocatedJson, { readonly kind: "list" }>;

/** Null where there is none, or nothing in it. */
function listIn(text: string): List | null {
  const reading = readLocatedJson(text);
  const list = reading.kind === "ok" ? memberOf(reading.value, "scenarios") : undefined;
  return list?.kind === "list" && list.items.length > 0 ? list : null;
}

/** Which scenario of before each one was, by its place; null for one that is new. */
function originsOf(before: Scenarios, now: Scenarios): readonly (number | null)[] {
  const names = new Set(now.map(({ name }) => name));
  return now.map((scenario, index) => {
    const same = before.findIndex(({ name }) => name === scenario.name);
    if (same >= 0) return same;
    // Renamed: its name is gone, and it stands where it stood or says what it said.
    const gone = (at: number) => before[at] !== undefined && !names.has(before[at].name);
    const equal = before.findIndex(
      (one, at) => gone(at) && JSON.stringify({ ...one, name: "" }) === JSON.stringify({ ...scenario, name: "" }),
    );
    if (equal >= 0) return equal;
    return before.length === now.length && gone(index) ? index : null;
  });
}

type Change = {
  /** As it would be read. */
  readonly was: Scenario;
  readonly now: Scenario;
  readonly under: FileScenario["levels"];
  readonly trigger: Trigger | null;
  readonly nowMs: number;
  readonly indent: string;
};

/** The text of one scenario with what is to be changed in it; null where that cannot be said. */
function withItem(text: string, { was, now, under, trigger, nowMs, indent }: Change): string | null {
  let item = text;
  const isLaid = text.includes("\n");
  const inside = `${indent}  `;
  const set = (name: string, json: string | null) => {
    item = setMember(item, name, json, inside);
  };
  /** In an object that is a member. */
  const setIn = (member: string, name: string, json: string | null) => {
    const object = sliceOf(item, member) ?? "{}";
    set(member, setMember(object, name, json, `${inside}  `));
  };
  if (was.task !== now.task) set("task", now.task === undefined ? null : `${now.task}`);
  if (was.hidden !== now.hidden) set("hidden", now.hidden ? "true" : null);

  // The event of a trigger that is not known would have to be told from those of all.
  const over = scenarioParts({ levels: under }, trigger ?? "user:tokens_generation", nowMs);
  for (const token of TOKEN_NAMES) {
    const [old, next] = [was.tokens[token]?.text, now.tokens[token]?.text];
    if (old === next) continue;
    const seed = () => seedToken(token, Math.floor(nowMs / 1_000));
    setIn("tokens", token, next === undefined ? "null" : layerText(next, over.tokens[token]?.text ?? seed()));
  }
  for (const event of TRIGGER_NAMES) {
    const [old, next] = [was.events[event], now.events[event]];
    if (old === next) continue;
    if (trigger === null) return null;
    const json = next === undefined ? "null" : layerText(next, over.events[event] ?? seedEvent(event));
    const own = sliceOf(item, "events");
    if (event !== trigger || (own !== null && sliceOf(own, event) !== null)) setIn("events", event, json);
    else set("event", json);
  }
  if (JSON.stringify(was.env) !== JSON.stringify(now.env)) {
    const json = ({ value, isSecret }: Scenario["env"][number]) =>
      isSecret ? '{"secret": true}' : JSON.stringify(value);
    const rows = (env: Scenario["env"]) => new Map(env.map((variable) => [variable.name, json(variable)]));
    for (const [name, value] of recordChanges(rows(over.env), rows(was.env), rows(now.env))) setIn("env", name, value);
  }
  if (JSON.stringify(was.localization) !== JSON.stringify(now.localization)) {
    const rows = (texts: Scenario["localization"]) =>
      new Map(texts.map(({ key, text: said }) => [key, JSON.stringify(said)]));
    const changes = recordChanges(rows(over.localization), rows(was.localization), rows(now.localization));
    for (const [name, value] of changes) setIn("localization", name, value);
  }
  if (JSON.stringify(was.mocks) !== JSON.stringify(now.mocks)) {
    const own = now.mocks.slice(0, now.mocks.length - over.mocks.length);
    const gap = isLaid ? `\n${inside}  ` : " ";
    const mocks = own.map((mock) => `${gap}${mockText(mock)}`).join(",");
    set("mocks", own.length === 0 ? null : `[${mocks}${isLaid ? `\n${inside}` : " "}]`);
  }
  const expected = now.expect.trim();
  if (was.expect !== now.expect) {
    const isCompact = !isLaid && parseJsonText(expected).kind === "ok";
    const laid = isCompact ? compactJson(expected) : expected.replaceAll("\n", `\n${inside}`);
    set("expect", expected === "" ? null : laid);
  }
  return item;
}

/** By name what to write; null in it takes away what lies under, and null itself the member. */
function recordChanges(
  under: ReadonlyMap<string, string>,
  was: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly (readonly [name: string, json: string | null])[] {
  const changed = [...now].filter(([name, json]) => was.get(name) !== json);
  const gone = [...was.keys()].filter((name) => !now.has(name));
  return [
    ...changed.map(([name, json]) => [name, under.get(name) === json ? null : json] as const),
    ...gone.map((name) => [name, under.has(name) ? "null" : null] as const),
  ];
}

/** The whole text with these in its list, each with the comments before it and behind it on its line. */
function assembled(
  text: string,
  { at: listAt, end: listEnd, items }: List,
  origins: readonly (number | null)[],
  texts: readonly string[],
  count: number,
): string {
  const isInPlace = origins.length === count && origins.every((at, index) => at === index);
  if (isInPlace) {
    return texts.reduceRight((whole, item, index) => {
      const place = items[index];
      return place ? whole.slice(0, place.at) + item + whole.slice(place.end) : whole;
    }, text);
  }
  /** What stands behind an item: on its line, and from the next line on. */
  const behind = (at: number) => {
    const gap = withoutComma(text.slice(items[at]?.end ?? listAt + 1, items[at + 1]?.at ?? listEnd - 1));
    const line = gap.search(/\r?\n/);
    return line < 0 ? { here: "", next: gap } : { here: gap.slice(0, line), next: gap.slice(line) };
  };
  const plain = `\n${indentAt(text, items[0]?.at ?? listAt)}`;
  const kept = (at: number, item: string) => ({ before: behind(at - 1).next, item, after: behind(at).here });
  const shown = origins.map((at, index) => {
    const item = texts[index] ?? "";
    return at === null ? { before: plain, item, after: "" } : kept(at, item);
  });
  // More than the page can hold.
  const rest = items.slice(count).map(({ at, end }, index) => kept(count + index, text.slice(at, end)));
  const all = [...shown, ...rest];
  const listed = all.map(
    ({ before, item, after }, index) => before + item + (index < all.length - 1 ? "," : "") + after,
  );
  return `${text.slice(0, listAt + 1)}${listed.join("")}${behind(items.length - 1).next}${text.slice(listEnd - 1)}`;
}

/** The comma between two items, and none in a comment. */
function withoutComma(lead: string): string {
  return lead.replace(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|,/g, (part) => (part === "," ? "" : part));
}

function memberOf(json: LocatedJson, name: string): LocatedJson | undefined {
  return json.kind === "object" ? json.members.find((member) => member.name === name)?.value : undefined;
}

/** The text of a member of an object; null where there is none. */
function sliceOf(object: string, name: string): string | null {
  const reading = readLocatedJson(object);
  const member = reading.kind === "ok" ? memberOf(reading.value, name) : undefined;
  return member ? object.slice(member.at, member.end) : null;
}

function textOfMember(object: string, name: string): string | undefined {
  const reading = readLocatedJson(object);
  const member = reading.kind === "ok" ? memberOf(reading.value, name) : undefined;
  return member?.kind === "text" ? member.text : undefined;
}

/** What the line of an offset begins with. */
function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1, at))?.[0] ?? "";
}
