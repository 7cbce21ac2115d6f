/** Starting points for a scenario: a person or a circumstance, laid over the tokens and the event of the one at hand together. */
import { layOver } from "../../share/scenario-json/overlay.ts";
import { seedToken } from "../../workflow/base-token.ts";
import { seedEvent } from "../../workflow/event.ts";
import { indentJson } from "../../workflow/indent-json.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "../../workflow/json.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import type { FetchMockDraft, ScenarioParts } from "../../workflow/scenario.ts";
import type { TokenName } from "../../workflow/token.ts";
import { TRIGGERS, type Trigger } from "../../workflow/trigger.ts";
import { PROVIDERS } from "./event-variants.ts";
import { SOCIAL_CLAIMS, trialClaims } from "./token-variants.ts";

/** What of a scenario a persona changes, and the name it is added under. */
export type Persona = { readonly name: string; readonly change: Partial<ScenarioParts> };

type Overlays = {
  readonly tokens?: { readonly [T in TokenName]?: JsonObject };
  /** Of the event only what the trigger has is changed. */
  readonly event?: JsonObject;
};

const OTHER_ORGANIZATION = "org_2f8d1c7b9e4";
const PERMISSIONS = [
  "create:orders",
  "read:orders",
  "update:orders",
  "delete:orders",
  "read:reports",
  "manage:members",
];

const inOrganization = (code: string | null): JsonObject => ({
  request: { authUrlParams: { orgCode: code } },
  context: { organization: code === null ? null : { code } },
});

const signedInThrough = (provider: Json, connectionId: string): JsonObject => ({
  context: { auth: { connectionId, provider } },
});

const PEOPLE: { readonly [name: string]: (nowSeconds: number) => Overlays } = {
  admin: () => ({
    tokens: {
      accessToken: {
        permissions: PERMISSIONS,
        roles: [{ id: "0190a1b2-c3d4-7e5f-8071-829304a5b6c8", key: "admin", name: "Admin" }],
      },
    },
    event: { context: { mfa: { isUserRoleExempt: true } } },
  }),
  guest: () => ({ tokens: { accessToken: { permissions: [], roles: [] } } }),
  "no organization": () => ({
    tokens: {
      accessToken: { org_code: null, org_name: null, permissions: [], roles: [] },
      idToken: { org_codes: [] },
    },
    event: inOrganization(null),
  }),
  "several organizations": () => ({
    tokens: {
      accessToken: { org_code: OTHER_ORGANIZATION, org_name: "Second Ltd" },
      idToken: { org_codes: ["org_7c4e6f9a2b1", OTHER_ORGANIZATION, "org_5b3a9d1e7c6"] },
    },
    event: inOrganization(OTHER_ORGANIZATION),
  }),
  "trial user": (nowSeconds) => ({ tokens: { accessToken: trialClaims(nowSeconds) } }),
  "social sign-in": () => ({
    tokens: { idToken: SOCIAL_CLAIMS },
    event: signedInThrough(PROVIDERS.google, SOCIAL_CLAIMS.ext_provider.claims.connection_id),
  }),
  "SAML sign-in": () => ({ event: signedInThrough(PROVIDERS.saml, "conn_0190a1b2c3d4e5f60718293a4b5c6d7f") }),
  "machine of an organization": () => ({ tokens: { m2mToken: { org_code: OTHER_ORGANIZATION } } }),
  "machine without organization": () => ({ tokens: { m2mToken: { org_code: null } } }),
};

/** More mocks than this are not listed one by one. */
const MOST_MOCKS = 12;

/** The people and sign-ins that change something that the trigger has. */
export function peopleFor(trigger: Trigger, under: ScenarioParts, nowMs: number): readonly Persona[] {
  const nowSeconds = Math.floor(nowMs / 1_000);
  return Object.entries(PEOPLE).flatMap(([name, overlaysAt]) => {
    const change = laidOver(overlaysAt(nowSeconds), trigger, under, nowSeconds);
    return change === null ? [] : [{ name, change }];
  });
}

/**
 * Each mock that answers, as one that does not.
 * @param asked the places of the mocks that runs have asked; null where nothing has run.
 */
export function failuresFor({ mocks }: ScenarioParts, asked: ReadonlySet<number> | null): readonly Persona[] {
  const isAsked = (index: number) => asked === null || asked.has(index);
  const answering = mocks.flatMap((mock, index) =>
    mock.status >= 500 || mock.answer === "error" || mock.url.trim() === "" || !isAsked(index) ? [] : [{ mock, index }],
  );
  return answering.slice(0, MOST_MOCKS).map(({ mock, index }) => {
    const change = { mocks: mocks.map((other, at) => (at === index ? unavailable(other) : other)) };
    return { name: `API down: ${shortAddress(mock.url)}`, change };
  });
}

function unavailable(mock: FetchMockDraft): FetchMockDraft {
  return { ...mock, status: 503, answer: "text", body: "Service Unavailable" };
}

function shortAddress(url: string): string {
  const short = url.replace(/^https?:\/\//, "").replace(/[?#].*$/, "");
  return short.length > 32 ? `${short.slice(0, 31)}…` : short;
}

/** Null where nothing changes. */
function laidOver(
  { tokens = {}, event = {} }: Overlays,
  trigger: Trigger,
  under: ScenarioParts,
  nowSeconds: number,
): Pick<ScenarioParts, "tokens" | "events"> | null {
  const changed = TRIGGERS[trigger].tokens.flatMap((token) => {
    const overlay = tokens[token];
    if (overlay === undefined) return [];
    const draft = under.tokens[token];
    const text = over(draft?.text, () => seedToken(token, nowSeconds), overlay);
    return [[token, { text, imported: draft?.imported ?? false }] as const];
  });
  const known = knownTo(parseJson(seedEvent(trigger)), event);
  if (changed.length === 0 && known === null) return null;
  return {
    tokens: { ...under.tokens, ...Object.fromEntries(changed) },
    events:
      known === null
        ? under.events
        : { ...under.events, [trigger]: over(under.events[trigger], () => seedEvent(trigger), known) },
  };
}

/** What is no JSON object gives way to the seed. */
function over(text: string | undefined, seed: () => string, overlay: JsonObject): string {
  const reading = parseJsonText(text ?? "", "unique");
  const base = reading.kind === "ok" && isJsonObject(reading.value) ? (text ?? "") : seed();
  return indentJson(layOver(base, JSON.stringify(overlay)));
}

/** The part of an overlay that changes members which are there; null when none are. */
function knownTo(under: Json, overlay: JsonObject): JsonObject | null {
  if (!isJsonObject(under)) return null;
  const members = Object.entries(overlay).flatMap(([name, value]): [string, Json][] => {
    const below = under[name];
    if (below === undefined) return [];
    if (!isJsonObject(value) || !isJsonObject(below)) return [[name, value]];
    const part = knownTo(below, value);
    return part === null ? [] : [[name, part]];
  });
  return members.length === 0 ? null : Object.fromEntries(members);
}
