/** Reads what a person pastes as a base token: a JWT, the answer of a token endpoint, or a claims set. */
import { parseClaimsSet } from "../workflow/claims-set.ts";
import { indentJson } from "../workflow/indent-json.ts";
import { isJsonObject } from "../workflow/json.ts";
import { parseJsonText } from "../workflow/parse-json-text.ts";
import { type DecodedJwt, decodeJwt } from "./decode-jwt.ts";

type Decoded = Extract<DecodedJwt, { readonly kind: "ok" }>;

export type Pasted =
  | {
      readonly kind: "tokens";
      /** `field`: where the token stood in an answer; null for one that stood alone. */
      readonly tokens: readonly (Pick<Decoded, "claimsText" | "hasSignature"> & {
        readonly field: TokenField | null;
      })[];
    }
  | { readonly kind: "claims"; readonly claimsText: string }
  | Extract<DecodedJwt, { readonly kind: "invalid" }>;

/** As OAuth 2.0 (RFC 6749, section 5.1) and OpenID Connect Core (section 3.1.3.3) name them. */
const TOKEN_FIELDS = ["access_token", "id_token"] as const;
type TokenField = (typeof TOKEN_FIELDS)[number];

export function readPasted(text: string): Pasted {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{")) return alone(decodeJwt(text));
  const reading = parseJsonText(trimmed);
  if (reading.kind === "invalid") return { kind: "invalid", message: `This is no JSON: ${reading.message}` };
  const { value } = reading;
  const found = TOKEN_FIELDS.flatMap((field) => {
    const token = isJsonObject(value) ? value[field] : undefined;
    return typeof token === "string" ? [{ field, decoded: decodeJwt(token) }] : [];
  });
  const tokens = found.flatMap(({ field, decoded }) => (decoded.kind === "ok" ? [{ ...decoded, field }] : []));
  const [first] = found;
  if (tokens.length > 0) return { kind: "tokens", tokens };
  if (first?.decoded.kind === "invalid") {
    return { kind: "invalid", message: `Its ${first.field} cannot be read. ${first.decoded.message}` };
  }
  const claims = parseClaimsSet(trimmed);
  if (claims.kind === "invalid") return { kind: "invalid", message: claims.message };
  return { kind: "claims", claimsText: indentJson(trimmed) };
}

function alone(decoded: DecodedJwt): Pasted {
  return decoded.kind === "invalid" ? decoded : { kind: "tokens", tokens: [{ ...decoded, field: null }] };
}
