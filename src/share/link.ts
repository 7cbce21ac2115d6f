/** A project as the fragment of a link and back: `wf2.<base64url><checksum>&token=idToken&view=diff`. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { FIRST_NAME } from "../workflow/scenario.ts";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { deflate, InflateError, inflate } from "./compression.ts";
import { BASE_COUNT, closestBase, dictionaryOf, NO_BASE } from "./link-bases.ts";
import { formatLinkParameters } from "./format-link-parameters.ts";
import { ProjectFormatError } from "./json-fields.ts";
import { isLinkParameter, type LinkParameters, parseLinkParameters, splitFragment } from "./link-parameters.ts";
import { parseProjectJson } from "./project-json.ts";
import { missingSecrets } from "./shareable.ts";
import { toProjectJson } from "./write-project-json.ts";

/** A project with what a link says about showing it. */
export type SharedProject = LinkParameters & { readonly project: Project; readonly title?: string };

type BrokenReason = "foreign" | "newer" | "damaged" | "too-large" | "unreadable";

export type LinkResult =
  | {
      readonly kind: "project";
      readonly shared: SharedProject;
      /** Secret variables whose values were not in the link, in order. */
      readonly missingSecrets: readonly string[];
    }
  /** The fragment holds no project; it may hold parameters. */
  | { readonly kind: "none" }
  /** `message` says in one or two sentences what it is and what to do. */
  | { readonly kind: "broken"; readonly reason: BrokenReason; readonly message: string };

const LINK_LIMIT_CHARACTERS = 200_000;
const INFLATED_LIMIT_BYTES = 1_000_000;

const TOO_LARGE = "The project is too large for a link. Download it as a zip file instead.";

/** Thrown when a project is too large for a link; a zip file holds it. */
export class LinkTooLargeError extends Error {
  override readonly name = "LinkTooLargeError";
  readonly code = "link-too-large";
}

const MESSAGES: { readonly [R in Exclude<BrokenReason, "unreadable">]: string } = {
  foreign:
    "The part of this address after # is not a project of this playground. Check where the link came from, or start from an example.",
  newer:
    "This link was made by a newer version of the playground. Open it where it was made, or update this copy of the playground.",
  damaged: "This link is incomplete or was changed on its way. Copy the whole link again from where it was shared.",
  "too-large":
    "This link holds more than a link may (200 KB, or 1 MB unpacked). Ask for the project as a zip file and drop it here.",
};

/** Version 1 holds one scenario that nobody named, version 2 any number with names and expectations: it is written only where it says more. */
const prefixOf = ({ scenarios: [{ name, expect }, ...more] }: Project) =>
  more.length === 0 && name === FIRST_NAME && expect === "" ? "wf1." : "wf2.";
const PREFIX_CHARACTERS = 4;
const CHECKSUM_CHARACTERS = 4;
const TITLE_LIMIT_CHARACTERS = 200;
const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * The fragment of a link, without `#`. Values of secret variables and imported tokens are never in it.
 * It ends in a letter or digit, since some chat programs cut other characters off.
 * @throws LinkTooLargeError
 */
export function encodeLink({ project, title, ...parameters }: SharedProject): string {
  return withParameters(encodeProject(project, title), parameters);
}

/**
 * The part of a fragment that holds the project: of a large one it takes a while.
 * @throws LinkTooLargeError
 */
export function encodeProject(project: Project, title = ""): string {
  const json = { ...toProjectJson(project), ...(title ? { title: title.slice(0, TITLE_LIMIT_CHARACTERS) } : {}) };
  const text = JSON.stringify(json);
  const bytes = new TextEncoder().encode(text);
  const [shortest = new Uint8Array()] = [...new Set([NO_BASE, closestBase(text)])]
    .map((base) => compressed(bytes, base))
    .sort((a, b) => a.length - b.length);
  const body = prefixOf(project) + encodeBase64url(shortest);
  const head = body + checksum(body);
  if (decodeLink(head).kind !== "project") throw new LinkTooLargeError(TOO_LARGE);
  return head;
}

/** @throws LinkTooLargeError */
export function withParameters(head: string, parameters: LinkParameters): string {
  const fragment = head + formatLinkParameters(parameters);
  if (fragment.length > LINK_LIMIT_CHARACTERS) throw new LinkTooLargeError(TOO_LARGE);
  return fragment;
}

const VERSION = /^wf([1-9]\d{0,3})\./;

/** Reads a fragment, with or without its `#`. Any text gives a result; nothing is thrown. */
export function decodeLink(fragment: string): LinkResult {
  if (fragment.length > LINK_LIMIT_CHARACTERS) return broken("too-large");
  const trimmed = withoutTail(fragment);
  const head = headOf(trimmed);
  if (head === "" || isLinkParameter(head)) return { kind: "none" };
  const version = VERSION.exec(head);
  if (!version) return broken(/^wf\d*$/.test(head) ? "damaged" : "foreign");
  if (version[1] !== "1" && version[1] !== "2") return broken("newer");

  const body = head.slice(0, -CHECKSUM_CHARACTERS);
  if (body.length <= PREFIX_CHARACTERS || checksum(body) !== head.slice(-CHECKSUM_CHARACTERS)) return broken("damaged");
  const bytes = decodeBase64url(body.slice(PREFIX_CHARACTERS));
  const base = bytes?.[0];
  if (!bytes || base === undefined) return broken("damaged");
  if (base >= BASE_COUNT) return broken("newer");
  try {
    const inflated = inflate(bytes.subarray(1), INFLATED_LIMIT_BYTES, dictionaryOf(base));
    const json = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(inflated));
    const project = parseProjectJson(version[1] === "1" ? oneScenarioOf(json) : json);
    const title = titleOf(json);
    const shared = { project, ...(title ? { title } : {}), ...parseLinkParameters(trimmed) };
    return { kind: "project", shared, missingSecrets: missingSecrets(project) };
  } catch (error) {
    if (error instanceof InflateError && error.code === "too-large") return broken("too-large");
    return unreadable(error instanceof ProjectFormatError ? ` (${error.message})` : "");
  }
}

/** Version 1 knows neither names, expectations nor further scenarios: what else its JSON holds is ignored. */
function oneScenarioOf(json: Json): Json {
  if (!isJsonObject(json)) return json;
  const { name: _, more: __, expect: ___, ...known } = json;
  return known;
}

/** The number of the base, then the deflated bytes. */
function compressed(bytes: Uint8Array, base: number): Uint8Array {
  const deflated = deflate(bytes, dictionaryOf(base));
  const whole = new Uint8Array(deflated.length + 1);
  whole[0] = base;
  whole.set(deflated, 1);
  return whole;
}

function broken(reason: Exclude<BrokenReason, "unreadable">): LinkResult {
  return { kind: "broken", reason, message: MESSAGES[reason] };
}

function unreadable(detail: string): LinkResult {
  const message = `This link arrived whole, but the project in it cannot be read${detail}. Ask the sender to share it again.`;
  return { kind: "broken", reason: "unreadable", message };
}

/** The title, at most 200 characters of it. */
function titleOf(json: Json): string {
  const title = isJsonObject(json) && Object.hasOwn(json, "title") ? json["title"] : "";
  return typeof title === "string" ? title.slice(0, TITLE_LIMIT_CHARACTERS) : "";
}

/** The part that holds the project, wherever its parameters stand; the first one where none does. */
export function headOf(fragment: string): string {
  const parts = splitFragment(fragment);
  return parts.find((part) => VERSION.test(part)) ?? parts[0] ?? "";
}

/** Without what chat and mail programs leave at the end of a link: full stops, brackets, quotes, spaces. No fragment of ours ends in such. */
function withoutTail(fragment: string): string {
  let end = fragment.length;
  for (let length = 1; length > 0; end -= length) length = tailBefore(fragment, end);
  return fragment.slice(0, end);
}

/** ASCII, and what stands at U+2000 and U+3000: as the address bar writes what it does not keep as it is. */
const CODED = /(?:%[2-7][0-9A-F]|%E[23]%80%[89AB][0-9A-F])$/i;
const LONGEST_CODED = 9;

/** How many characters of a tail end at `end`. */
function tailBefore(fragment: string, end: number): number {
  if (end === 0) return 0;
  if (!ALPHANUMERIC.includes(fragment.charAt(end - 1))) return 1;
  return CODED.exec(fragment.slice(Math.max(0, end - LONGEST_CODED), end))?.[0].length ?? 0;
}

/** 32-bit FNV-1a over the characters, as four letters or digits: tells a cut or changed link from a whole one. No protection against forgery. */
function checksum(body: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < body.length; index++) hash = Math.imul(hash ^ body.charCodeAt(index), 0x01000193) >>> 0;
  let text = "";
  while (text.length < CHECKSUM_CHARACTERS) {
    text += ALPHANUMERIC.charAt(hash % ALPHANUMERIC.length);
    hash = Math.floor(hash / ALPHANUMERIC.length);
  }
  return text;
}
