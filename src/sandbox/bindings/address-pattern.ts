/** Addresses with parts that may be anything: `{name}` for one part of the path, `*` at the end for any rest. */

export type Pattern = {
  /** How many characters it says. */
  readonly said: number;
  readonly matches: (url: string) => boolean;
};

/** Null for an address that says all. */
export function createPattern(address: string): Pattern | null {
  const isOpen = address.endsWith("*");
  const literals = address.slice(0, isOpen ? -1 : undefined).split(/\{[\w-]+\}/);
  if (!isOpen && literals.length === 1) return null;
  return { said: literals.join("").length, matches: (url) => isIn(literals, isOpen, url) };
}

/**
 * Each literal at its first place behind the one before, for no part reaches over a `/`, `?` or `#`: a later place would
 * never do where the first does not.
 */
function isIn(literals: readonly string[], isOpen: boolean, url: string): boolean {
  let end = 0;
  for (const [index, literal] of literals.entries()) {
    const isLast = index === literals.length - 1 && !isOpen;
    const least = index === 0 ? 0 : end + 1;
    const at = index === 0 ? 0 : isLast ? url.length - literal.length : url.indexOf(literal, least);
    if (at < least || !url.startsWith(literal, at) || /[/?#]/.test(url.slice(end, at))) return false;
    end = at + literal.length;
  }
  return isOpen || end === url.length;
}
