/** Says when a token has grown too large to travel, and what to do about it. */
import { type ClaimsSetSize, COOKIE_LIMIT_BYTES, HEADERS_LIMIT_BYTES } from "../../../claims/size.ts";
import { nameInSentence } from "../claims/claim-states.ts";
import { formatBytes } from "../format.ts";

/** A session cookie's own name and attributes take about this much of the limit. */
const COOKIE_OVERHEAD_BYTES = 150;
const LONGEST_NAME = 40;

/** Null while there is room. */
export function sizeWarning({ jwtBytes, byClaim }: Pick<ClaimsSetSize, "jwtBytes" | "byClaim">): string | null {
  const heaviest = byClaim.slice(0, 2).map(({ name }) => nameInSentence(name).slice(0, LONGEST_NAME));
  const remedy = `Empty claims that your application does not read, the heaviest first (${heaviest.join(", ")}), or keep the token in a session on the server.`;
  if (jwtBytes > HEADERS_LIMIT_BYTES) {
    return `With ${formatBytes(jwtBytes)} this token fits neither into a cookie of 4,096 bytes nor into the 8,192 bytes that many servers allow for all headers. ${remedy}`;
  }
  if (jwtBytes > COOKIE_LIMIT_BYTES) {
    return `This token is ${formatBytes(jwtBytes - COOKIE_LIMIT_BYTES)} too large for a cookie of 4,096 bytes, and browsers drop such a cookie without a word. ${remedy}`;
  }
  if (jwtBytes > COOKIE_LIMIT_BYTES - COOKIE_OVERHEAD_BYTES) {
    return `Only ${formatBytes(COOKIE_LIMIT_BYTES - jwtBytes)} are left of a cookie of 4,096 bytes, and its name and attributes count too. ${remedy}`;
  }
  return null;
}
