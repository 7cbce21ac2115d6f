/** A realistic claims set for each token, as Kinde would issue it before any workflow runs. */
import type { Json } from "./json.ts";
import { TOKENS, type TokenName } from "./token.ts";

const ISSUER = "https://example.kinde.com";
const CLIENT_ID = "299627bd8bfa493f8b17e6aec8ebfb86";
const SUBJECT = "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d";

function claimsOf(token: TokenName, issuedAt: number): Json {
  const times = { exp: issuedAt + TOKENS[token].lifetimeSeconds, iat: issuedAt };
  switch (token) {
    case "accessToken":
      return {
        aud: ["https://api.example.com"],
        azp: CLIENT_ID,
        exp: times.exp,
        feature_flags: {
          is_dark_mode: { t: "b", v: true },
          theme: { t: "s", v: "aurora" },
          max_projects: { t: "i", v: 12 },
        },
        iat: times.iat,
        iss: ISSUER,
        jti: "6f8f35c2-0f5e-4d7a-9a66-1f5cc0a7b1de",
        org_code: "org_7c4e6f9a2b1",
        org_name: "Example Ltd",
        permissions: ["create:orders", "read:orders", "update:orders", "delete:orders", "read:reports"],
        roles: [{ id: "0190a1b2-c3d4-7e5f-8071-829304a5b6c7", key: "editor", name: "Editor" }],
        scp: ["openid", "profile", "email", "offline"],
        sub: SUBJECT,
      };
    case "idToken":
      return {
        at_hash: "Lu-5sT0o7TL3Nr2rS3v8wQ",
        aud: [CLIENT_ID],
        auth_time: issuedAt,
        azp: CLIENT_ID,
        email: "ada@example.com",
        exp: times.exp,
        family_name: "Lovelace",
        given_name: "Ada",
        iat: times.iat,
        iss: ISSUER,
        jti: "0e2b7e0c-6a35-4b56-8f6e-7f3f7d7f1d11",
        name: "Ada Lovelace",
        org_codes: ["org_7c4e6f9a2b1"],
        picture: "https://example.kinde.com/avatar/ada.png",
        sub: SUBJECT,
        updated_at: issuedAt - 86_400,
      };
    case "m2mToken":
      return {
        aud: ["https://api.example.com"],
        azp: CLIENT_ID,
        exp: times.exp,
        gty: ["client_credentials"],
        iat: times.iat,
        iss: ISSUER,
        jti: "b0c8e9e2-7d7e-4b0a-8d5e-3c2b1a0f9e8d",
        org_code: "org_7c4e6f9a2b1",
        scope: "read:orders write:orders",
        scp: ["read:orders", "write:orders"],
        v: "2",
      };
  }
}

/**
 * The base token a person starts with, as JSON text indented by two spaces.
 * @param nowSeconds seconds since the epoch; becomes `iat`, and `exp` follows from the token's lifetime.
 */
export function seedToken(token: TokenName, nowSeconds: number): string {
  return JSON.stringify(claimsOf(token, nowSeconds), null, 2);
}
