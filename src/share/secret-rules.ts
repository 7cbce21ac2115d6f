/** What a secret looks like in text: one row a rule, the surest first. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import { seedEvent } from "../workflow/event.ts";
import { TRIGGER_NAMES } from "../workflow/trigger.ts";
import { decodeBase64url } from "./base64url.ts";
import examples from "./examples-v1.json";
import { looksRandom } from "./looks-random.ts";

export type SecretKind = "jwt" | "private-key" | "known-key" | "password" | "secret-value" | "random-text";

type SecretRule = {
  readonly kind: SecretKind;
  /** What it is, in plain words, to stand alone or after "looks like". */
  readonly what: string;
  /** The secret itself is the group `secret`; no two quantifiers in it compete for the same characters. */
  readonly pattern: RegExp;
  /** Whether a match is one; all are when absent. `before` is the text in front of the match on its line. */
  readonly accepts?: (secret: string, before: string) => boolean;
};

/** Shapes that the issuers publish so that scanners find them. */
const KNOWN: readonly (readonly [what: string, shape: string])[] = [
  ["a Stripe key", "(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,200}"],
  ["a webhook signing secret", "whsec_[A-Za-z0-9+/=]{16,200}"],
  ["an AWS access key id", "(?:AKIA|ASIA)[A-Z0-9]{16}"],
  ["a GitHub token", "(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{30,255})"],
  ["a GitLab token", "glpat-[A-Za-z0-9_-]{16,200}"],
  ["a Slack token", "xox[abeoprs]-[A-Za-z0-9-]{10,200}"],
  ["a Slack webhook address", "hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,200}"],
  ["a Google API key", "AIza[A-Za-z0-9_-]{30,100}"],
  ["a Google OAuth client secret", "GOCSPX-[A-Za-z0-9_-]{20,100}"],
  ["an OpenAI or Anthropic key", "sk-[A-Za-z0-9_-]{20,250}"],
  ["a SendGrid key", "SG\\.[A-Za-z0-9_-]{16,100}\\.[A-Za-z0-9_-]{16,100}"],
  ["an npm token", "npm_[A-Za-z0-9]{30,100}"],
  ["a Shopify token", "shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{30,100}"],
  ["a DigitalOcean token", "do[opr]_v1_[a-f0-9]{40,100}"],
  ["a Hugging Face token", "hf_[A-Za-z0-9]{30,100}"],
];

const SECRET_NAME =
  "(?:pass(?:word|wd|phrase)|pwd|client[_-]?secret|api[_-]?secret|app[_-]?secret|signing[_-]?secret|shared[_-]?secret|secret|api[_-]?key|access[_-]?key|private[_-]?key|encryption[_-]?key|auth[_-]?token|access[_-]?token|refresh[_-]?token|api[_-]?token|bearer)";

export const SECRET_RULES: readonly SecretRule[] = [
  {
    kind: "private-key",
    what: "a private key",
    pattern: /(?<secret>-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)/g,
  },
  {
    kind: "jwt",
    what: "a signed JWT",
    pattern: /(?<![\w-])(?<secret>eyJ[\w-]{1,20000}\.eyJ[\w-]{1,100000}\.[\w-]{20,2000})/g,
    accepts: isSignedJwt,
  },
  ...KNOWN.map(
    ([what, shape]): SecretRule => ({
      kind: "known-key",
      what,
      pattern: new RegExp(`(?<![A-Za-z0-9])(?<secret>${shape})`, "g"),
      accepts: (secret) => !isPlaceholder(secret),
    }),
  ),
  {
    kind: "password",
    what: "a password in an address",
    pattern: /[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'`]{1,100}:(?<secret>[^\s:@/"'`]{3,200})@/gi,
    accepts: (secret) => !isPlaceholder(secret) && !secret.includes("${"),
  },
  {
    kind: "password",
    what: "credentials in an Authorization header",
    pattern: /\b(?:Bearer|Basic)\s+(?<secret>[A-Za-z0-9+/._~=-]{12,4000})/g,
    accepts: (secret) => !isPlaceholder(secret) && /\d/.test(secret) && /[A-Za-z]/.test(secret) && !isDemoJwt(secret),
  },
  {
    kind: "password",
    what: "a password or key written out",
    pattern: new RegExp(
      `${SECRET_NAME}\\w{0,40}["'\`\\]\\\\]{0,3}\\s{0,5}(?:=>|[:=])\\s{0,5}\\\\?["'\`](?<secret>[^"'\`\\\\\\s]{6,4000})`,
      "gi",
    ),
    accepts: isWrittenOut,
  },
  {
    kind: "password",
    what: "a password or key in a form or query",
    pattern: new RegExp(`[?&"'\`\\s]\\w{0,20}${SECRET_NAME}=(?<secret>[^"'\`\\s&$<{]{6,4000})`, "gi"),
    accepts: isWrittenOut,
  },
  {
    kind: "random-text",
    what: "text that seems to be generated, as keys are",
    pattern: /(?<![A-Za-z0-9+/_-]|\.(?=\/))(?<secret>[A-Za-z0-9+/_-]{24,20000}={0,2})/g,
    accepts: (secret, before) => looksRandom(secret) && !PUBLIC_BEFORE.test(before) && !isPlaceholder(secret),
  },
];

/** Members of public keys and hashes (RFC 7517, OpenID Connect Core), inline files, and paths of web addresses. */
const PUBLIC_BEFORE =
  /(?:["']?(?:n|x|y|kid|x5c|x5t(?:#S256)?|at_hash|c_hash|nonce|state|code_challenge|etag|integrity)["']?\s{0,3}:\s{0,3}\[?\s{0,3}\\?["']|base64,|https?:\/\/[^\s"'`?#]{1,500})$/;

/** Made-up values that everybody has: those of the seeds and of the examples. */
const SEED_EVENTS = TRIGGER_NAMES.map(seedEvent).join("\n");
const EXAMPLE_JSON = examples.map(({ text }) => text).join("\n");

function isEverybodys(secret: string): boolean {
  return SEED_EVENTS.includes(`"${secret}"`) || EXAMPLE_JSON.includes(`\\"${secret}\\"`);
}

function isPlaceholder(text: string): boolean {
  const inner = text.replace(/^(?:[a-z]{2,6}[-_])+/i, "");
  return (
    /x{4}|\*{3}|\.{3}|…|0{6}|123456|abcdef|example|placeholder|changeme|change[-_]me|redacted|dummy|sample|your[-_]?|my[-_]|<|\$\{|\{\{/i.test(
      text,
    ) || /^(.)\1*$/.test(inner)
  );
}

/** A literal value that is neither a seed's, nor a name, nor a word: it mixes letters with digits or unusual signs. */
function isWrittenOut(secret: string): boolean {
  const isName = /^[A-Z][A-Z0-9_]*$/.test(secret) || /^[A-Za-z]+([-_.:/ ][A-Za-z]+)*$/.test(secret);
  const isMixed = /[A-Za-z]/.test(secret) && /[0-9!#%^&+=~?;,]/.test(secret);
  const isPath = /^(?:https?:\/\/|\/|\.)/.test(secret);
  return isMixed && !isName && !isPath && !isPlaceholder(secret) && !isEverybodys(secret) && !isDemoJwt(secret);
}

/** HS256 signatures have 43 characters, all others more; what is shorter signs nothing. */
const SHORTEST_SIGNATURE = 43;

function isSignedJwt(jwt: string): boolean {
  const [header = "", , signature = ""] = jwt.split(".");
  const json = jsonOf(header);
  const isSigned = isJsonObject(json) && typeof json["alg"] === "string" && json["alg"].toLowerCase() !== "none";
  return isSigned && signature.length >= SHORTEST_SIGNATURE && new Set(signature).size > 8 && !isDemoJwt(jwt);
}

/** Issued by nobody: an issuer under a name reserved for examples (RFC 2606, RFC 6761), the playground's own, or none at all. */
function isDemoJwt(text: string): boolean {
  const payload = jsonOf(text.split(".")[1] ?? "");
  if (!text.startsWith("eyJ") || !isJsonObject(payload)) return false;
  const issuer = Object.hasOwn(payload, "iss") ? payload["iss"] : undefined;
  if (issuer === undefined) return JWT_IO_SIGNATURES.some((signature) => text.endsWith(signature));
  return (
    typeof issuer === "string" &&
    /^https?:\/\/(?:example\.kinde\.com|(?:[\w-]+\.)*example(?:\.(?:com|net|org))?|(?:[\w-]+\.)*(?:test|invalid|localhost))(?:[:/]|$)/.test(
      issuer,
    )
  );
}

/** Of the token that every tutorial shows. */
const JWT_IO_SIGNATURES = [
  "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
  "KMUFsIDTnFmyG3nMiGM6H9FNFUROf3wh7SmqJp-QV30",
];

function jsonOf(base64url: string): Json {
  try {
    const bytes = decodeBase64url(base64url);
    return bytes ? parseJson(new TextDecoder().decode(bytes)) : null;
  } catch {
    return null;
  }
}
