/** The claims set a token result issues, read back from its changes. */
import type { ClaimsSet } from "../../../workflow/claim.ts";
import type { TokenResult } from "../../../workflow/run-result.ts";

/** In the order of the base token, then as they were added. Claims that are not in the issued token are left out. */
export function issuedClaims({ base, changes }: Pick<TokenResult, "base" | "changes">): ClaimsSet {
  const after = new Map(changes.flatMap(({ name, after }) => (after === undefined ? [] : [[name, after] as const])));
  const kept = base.flatMap(({ name }) => {
    const json = after.get(name);
    return json === undefined ? [] : [{ name, json }];
  });
  const isBase = new Set(base.map((claim) => claim.name));
  const added = changes.flatMap(({ name, after: json }) =>
    json === undefined || isBase.has(name) ? [] : [{ name, json }],
  );
  return [...kept, ...added];
}
