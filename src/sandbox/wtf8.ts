/** Text as the engine reads it. */
const encoder = new TextEncoder();
const LONE_SURROGATE = /(\p{Surrogate})/u;

/** As UTF-8, but with lone surrogates, which the engine keeps and UTF-8 has no form for. */
export function encodeWtf8(text: string): Uint8Array {
  if (!LONE_SURROGATE.test(text)) return encoder.encode(text);
  const parts = text
    .split(LONE_SURROGATE)
    .map((part, index) => (index % 2 === 0 ? encoder.encode(part) : surrogateBytes(part)));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function surrogateBytes(surrogate: string): Uint8Array {
  const unit = surrogate.charCodeAt(0);
  return Uint8Array.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
}
