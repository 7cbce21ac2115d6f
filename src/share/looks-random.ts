/** Tells generated text (keys, secrets) from words, names, paths and the ids that Kinde and others show in public. */

const LEAST_CHARACTERS = 24;

/** Keys of 192 bits and more; shorter hexadecimal text is an id or a commit's hash far more often than a secret. */
const LEAST_HEX_CHARACTERS = 48;

const LEAST_BITS_A_CHARACTER = 3.4;

/** Words, numbers and camelCase humps are about five characters long; runs in generated text are about two. */
const MOST_CHARACTERS_A_RUN = 2.7;

const HEX = /^(0x)?[0-9a-f]+$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** `kp_…`, `org_…`, `conn_…`, `price_…`: a short lower-case word names what it identifies. */
const PREFIXED_ID =
  /^(?!(?:secret|token|key|pat|pk|sk|rk|tok|pass|whsec)_)[a-z][a-z0-9]{1,14}_(?:[A-Za-z0-9]{1,28}|[0-9a-f-]{1,40})$/;
const INTEGRITY = /^sha(256|384|512)-/;
const WORDS = /[A-Z]?[a-z]+|[A-Z]+|[0-9]+/g;

/** Whether a run of base64, base64url or hexadecimal characters is likely to have been generated. */
export function looksRandom(text: string): boolean {
  if (text.length < LEAST_CHARACTERS || bitsACharacter(text) < LEAST_BITS_A_CHARACTER) return false;
  if (HEX.test(text)) return text.length >= LEAST_HEX_CHARACTERS;
  if (UUID.test(text) || ULID.test(text) || PREFIXED_ID.test(text) || INTEGRITY.test(text)) return false;
  const runs = text.match(WORDS) ?? [];
  const characters = runs.reduce((sum, run) => sum + run.length, 0);
  return /[0-9]/.test(text) && characters / runs.length <= MOST_CHARACTERS_A_RUN;
}

/** Shannon's entropy of the characters, in bits. */
function bitsACharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
