/** Each claim of two tokens side by side: those that differ with their values, the others by name. */
import type { ClaimComparison } from "../../../claims/token-comparison.ts";
import { VERDICTS } from "../../../claims/comparison-report.ts";
import { Fold } from "../../parts/Fold.tsx";
import { VisibleText } from "../../parts/VisibleText.tsx";

const LONGEST_VALUE = 200;
const BY_NAME: ReadonlySet<ClaimComparison["verdict"]> = new Set(["same", "not-compared"]);

export function ComparisonList({ claims }: { readonly claims: readonly ClaimComparison[] }) {
  return VERDICTS.map(([verdict, label]) => {
    const rows = claims.filter((claim) => claim.verdict === verdict);
    if (rows.length === 0) return null;
    return (
      <section key={verdict} className={`comparison comparison--${verdict}`} aria-label={label}>
        <h3 className="comparison__verdict">
          {label} <span className="muted">{rows.length}</span>
        </h3>
        {BY_NAME.has(verdict) ? (
          <p className="comparison__names">
            <VisibleText text={rows.map(({ name }) => name).join(", ")} />
            {verdict === "not-compared" && <span className="muted"> · every token has its own</span>}
          </p>
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets.
          <ul className="comparison__rows" role="list">
            {rows.map((claim) => (
              <ComparedClaim key={claim.name} claim={claim} />
            ))}
          </ul>
        )}
      </section>
    );
  });
}

function ComparedClaim({ claim: { name, predicted, issued } }: { readonly claim: ClaimComparison }) {
  return (
    <li className="comparison__row">
      <code className="comparison__name">
        <VisibleText text={name} />
      </code>
      <dl className="comparison__values">
        {predicted !== undefined && <Value label="predicted" json={predicted} of={name} />}
        {issued !== undefined && <Value label="issued" json={issued} of={name} />}
      </dl>
    </li>
  );
}

function Value({ label, json, of }: { readonly label: string; readonly json: string; readonly of: string }) {
  return (
    <>
      <dt className="muted">{label}</dt>
      <dd>
        <code>
          <Fold text={json} limit={LONGEST_VALUE} what={`the ${label} value of ${of}`} />
        </code>
      </dd>
    </>
  );
}
