/** What a page may ask of an embed that it holds, read from a message that anybody could have sent. */
import { filesAt } from "../share/json-fields.ts";
import { isJsonObject, type Json, type JsonObject } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { sourceRefusal } from "../workflow/source-limits.ts";

export type EmbedTheme = "auto" | "light" | "dark";

export type HostMessage =
  | { readonly type: "kinde-workflow:files"; readonly files: Project["files"] }
  /** `said`: the member of that name as it was sent, JSON or text. */
  | { readonly type: "kinde-workflow:scenario" | "kinde-workflow:scenarios"; readonly said: JsonObject }
  /** Lower-case letters, digits and hyphens; the embed ignores a view that it does not have. */
  | { readonly type: "kinde-workflow:view"; readonly view: string }
  | { readonly type: "kinde-workflow:theme"; readonly theme: EmbedTheme };

/** The parts of a MessageEvent that count. */
type ReceivedMessage = { readonly source: unknown; readonly origin: string; readonly data: unknown };

/** The page that the embed listens to: its window and, once it is known, its origin. */
type Host = { readonly window: unknown; readonly origin: string | null };

const THEMES: readonly EmbedTheme[] = ["auto", "light", "dark"];
/** Scenarios are small; a message that holds more is no scenario. */
const MAX_SCENARIO_CHARACTERS = 1_000_000;

/** Null for a message from another window or origin, and for one that is not known whole. Never throws. */
export function receiveHostMessage(message: ReceivedMessage, host: Host): HostMessage | null {
  if (message.source === null || message.source !== host.window) return null;
  if (host.origin !== null && message.origin !== host.origin) return null;
  try {
    return parseHostMessage(message.data);
  } catch {
    return null;
  }
}

function parseHostMessage(data: unknown): HostMessage | null {
  const type = member(data, "type");
  switch (type) {
    case "kinde-workflow:files": {
      const files = filesAt({ files: asJson(member(data, "files")) });
      return files.length > 0 && sourceRefusal(files) === null ? { type, files } : null;
    }
    case "kinde-workflow:scenario":
    case "kinde-workflow:scenarios": {
      const name = type.slice("kinde-workflow:".length);
      const said = asJson(member(data, name));
      return isJsonObject(said) || typeof said === "string" ? { type, said: { [name]: said } } : null;
    }
    case "kinde-workflow:view": {
      const view = member(data, "view");
      return typeof view === "string" && /^[a-z][a-z0-9-]{0,31}$/.test(view) ? { type, view } : null;
    }
    case "kinde-workflow:theme": {
      const theme = THEMES.find((known) => known === member(data, "theme"));
      return theme ? { type, theme } : null;
    }
    default:
      return null;
  }
}

/** An own member, never one of a prototype. */
function member(data: unknown, name: string): unknown {
  return typeof data === "object" && data !== null && Object.hasOwn(data, name)
    ? (data as { readonly [name: string]: unknown })[name]
    : undefined;
}

/** A message may hold Maps, cycles or bytes: what counts is what of it is JSON. */
function asJson(value: unknown): Json {
  const text = JSON.stringify(value ?? null);
  if (text.length > MAX_SCENARIO_CHARACTERS * 2) throw new RangeError("The message is too large.");
  return JSON.parse(text) as Json;
}
