/** The three parts of a JWS in compact serialisation (RFC 7515, section 7.1), in their order. */

export type JwtPart = "header" | "payload" | "signature";

export const JWT_PARTS: readonly { readonly part: JwtPart; readonly label: string }[] = [
  { part: "header", label: "Header" },
  { part: "payload", label: "Payload" },
  { part: "signature", label: "Signature" },
];
