/** A change inside a claim never reaches `setCustomClaim`. */
import { type Check, eachToken, recorded } from "../check.ts";
import type { FileView } from "../source.ts";

const MUTATORS: ReadonlySet<string> = new Set([
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "sort",
  "reverse",
  "fill",
  "copyWithin",
]);
const ASSIGNMENTS: ReadonlySet<string> = new Set([
  "=",
  "+=",
  "-=",
  "*=",
  "/=",
  "%=",
  "**=",
  "++",
  "--",
  "|=",
  "&=",
  "^=",
]);
const RULE = recorded(
  "Only an assignment to the claim itself is a write; what changes inside a value read from it never reaches the token.",
);

export const nestedClaimMutation: Check = {
  id: "nested-claim-mutation",
  find: (input) =>
    eachToken(input, (file, index) => {
      const claims = file.claimsAt(index);
      const claim = claims && memberAfter(file, claims.end);
      if (!claims || !claim) return null;
      const inner = memberAfter(file, claim.end);
      if (!inner) return null;
      const written = `${claims.text}${claim.text}`;
      if (MUTATORS.has(inner.name) && file.text(inner.end + 1) === "(") {
        return {
          at: file.tokens[inner.end],
          severity: "warning",
          message: `${inner.name} changes a copy of ${written}, so the token keeps the old value.`,
          advice:
            inner.name === "push"
              ? `Assign a new array: ${written} = [...${written}, value].`
              : `Change a copy and assign it: ${written} = copy.`,
          rule: RULE,
        };
      }
      const last = lastMember(file, inner.end);
      if (!ASSIGNMENTS.has(file.text(last + 1)) || isWrittenBack(file, last, claim.name)) return null;
      return {
        at: file.tokens[last],
        severity: "warning",
        message: `A write inside ${written} is no claim write, so the token keeps the old value.`,
        advice:
          inner.name === ""
            ? `Assign a new array: ${written} = ${written}.with(index, value).`
            : `Assign a new object: ${written} = { ...${written}, ${inner.name}: value }.`,
        rule: RULE,
      };
    }),
};

/** `claims.profile = claims.profile` after a change inside makes the change a write. */
function isWrittenBack(file: FileView, from: number, name: string): boolean {
  return file.candidateTokens.some((index) => {
    const claims = index > from ? file.claimsAt(index) : null;
    const claim = claims && memberAfter(file, claims.end);
    if (!claim || name === "" || claim.name !== name || file.text(claim.end + 1) !== "=") return false;
    const source = file.claimsAt(claim.end + 2);
    return source !== null && memberAfter(file, source.end)?.name === name;
  });
}

type Member = { readonly name: string; readonly text: string; readonly end: number };

/** The member read directly after a token: `.name` or `[…]`. */
function memberAfter(file: FileView, index: number): Member | null {
  const next = file.text(index + 1);
  const optional = next === "?." ? "" : next;
  if (next === "." || (next === "?." && file.text(index + 2) !== "[" && file.text(index + 2) !== "(")) {
    const name = file.text(index + 2);
    return { name, text: `.${name}`, end: index + 2 };
  }
  const open = optional === "" ? index + 2 : index + 1;
  if (file.text(open) !== "[") return null;
  const close = file.closeOf(open);
  const key = close === open + 2 ? file.text(open + 1) : "";
  return { name: /^["']/.test(key) ? key.slice(1, -1) : "", text: `[${key === "" ? "…" : key}]`, end: close };
}

function lastMember(file: FileView, index: number): number {
  let end = index;
  for (let member = memberAfter(file, end); member; member = memberAfter(file, end)) end = member.end;
  return end;
}
