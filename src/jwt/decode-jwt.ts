/** Takes a pasted JWT apart, or says what is wrong with it. Verifies nothing. */
import { base64url } from "jose";
import { indentJson } from "../workflow/indent-json.ts";
import { isJsonObject } from "../workflow/json.ts";
import { parseJsonText } from "../workflow/parse-json-text.ts";

export type DecodedJwt =
  | {
      readonly kind: "ok";
      /** The protected header as JSON text, indented by two spaces. */
      readonly headerText: string;
      /** The claims set as JSON text, indented by two spaces. */
      readonly claimsText: string;
      /** False for an unsecured JWT (RFC 7519, section 6), whose third part is empty. */
      readonly hasSignature: boolean;
    }
  | {
      readonly kind: "invalid";
      /** Names what is wrong and the next step. */
      readonly message: string;
    };

/** Far more than any header field carries; a longer text is surely something else. */
const MAX_JWT_CHARACTERS = 1_000_000;

const THREE_PARTS = "A JWT has three parts with dots between them";

function invalid(message: string): DecodedJwt {
  return { kind: "invalid", message };
}

/** Why a number of parts other than three is no signed JWT. */
function wrongParts(count: number): DecodedJwt {
  if (count === 5) {
    return invalid(
      "This token has five parts, so it is encrypted (JWE) and its claims cannot be read here. Paste a signed JWT, which has three.",
    );
  }
  if (count === 2) return invalid(`${THREE_PARTS}, and this text has two: its end is missing. Copy the whole token.`);
  if (count === 1)
    return invalid(`${THREE_PARTS}, and this text has no dot. Paste the encoded token, which begins with ey.`);
  return invalid(`${THREE_PARTS}, and this text has ${count}. Paste one token alone.`);
}

type PartReading = { readonly text: string } | { readonly failure: DecodedJwt };

/** Reads one base64url part (RFC 7515, section 2) that must hold a JSON object. */
function readPart(part: string, name: string): PartReading {
  if (part === "") return { failure: invalid(`The ${name} of this token is empty. Copy the whole token.`) };
  const foreign = /[^A-Za-z0-9_-]/u.exec(part)?.[0];
  if (foreign !== undefined) {
    const shown = JSON.stringify(foreign);
    return { failure: invalid(`The ${name} contains ${shown}, which base64url does not use. Copy the token again.`) };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(base64url.decode(part));
  } catch {
    return {
      failure: invalid(`The ${name} is not base64url of UTF-8 text: part of it may be missing. Copy the whole token.`),
    };
  }
  const reading = parseJsonText(text);
  if (reading.kind === "invalid") {
    return { failure: invalid(`The ${name} is not JSON: ${reading.message} Copy the whole token.`) };
  }
  if (!isJsonObject(reading.value)) {
    return { failure: invalid(`The ${name} is JSON but not an object, so this is not a JWT. Paste another token.`) };
  }
  return { text: indentJson(text) };
}

/** Accepts a bare token, a Bearer value or a whole Authorization header, with quotes, spaces and line breaks around or within. */
export function decodeJwt(text: string): DecodedJwt {
  if (text.length > MAX_JWT_CHARACTERS) {
    return invalid(
      `This text has ${text.length.toLocaleString("en")} characters, which no JWT has. Paste one token alone.`,
    );
  }
  const token = text
    .replace(/[\s"'`]+/g, "")
    .replace(/^(?:authorization:)?(?:bearer)?/i, "")
    .replace(/[;,]$/, "");
  if (token === "") return invalid("There is no token in this text. Paste a JWT, which begins with ey.");
  const parts = token.split(".");
  const [headerPart = "", claimsPart = "", signature = ""] = parts;
  if (parts.length !== 3) return wrongParts(parts.length);

  const header = readPart(headerPart, "header");
  if ("failure" in header) return header.failure;
  const claims = readPart(claimsPart, "payload");
  if ("failure" in claims) return claims.failure;
  return {
    kind: "ok",
    headerText: header.text,
    claimsText: claims.text,
    hasSignature: signature !== "",
  };
}
