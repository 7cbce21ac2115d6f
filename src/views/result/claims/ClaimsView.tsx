/** The claims of one token: those the run touched, row by row, and the others folded into one line. */
import { useCallback, useState } from "react";
import type { RunResult, TokenResult } from "../../../workflow/run-result.ts";
import { formatCount } from "../format.ts";
import { CopySaid } from "./copy-said.ts";
import { ClaimItem } from "./ClaimItem.tsx";
import type { ClaimRow } from "./claim-rows.ts";
import { useClaimRows } from "./use-claim-rows.ts";
import { useNewestToken } from "./use-newest-token.ts";
import { useGrowingLimit } from "../../parts/use-growing-limit.ts";
import "./claims.css";

type ClaimsViewProps = { readonly token: TokenResult; readonly result: RunResult };

export function ClaimsView({ token: shown, result }: ClaimsViewProps) {
  const token = useNewestToken(shown, result);
  const { listed, folded } = useClaimRows(`${result.trigger}/${token.name}`, token.changes);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const say = useCallback((sentence: string) => setSaid(sentence), []);
  return (
    <CopySaid value={say}>
      <div className="claims">
        {listed.length === 0 && (
          <p className="claims__nothing">
            {token.base.length === 0
              ? "The base token has no claims, and the workflow adds none."
              : "The workflow changes no claim of this token."}
          </p>
        )}
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets. */}
        <ul className="claims__list" role="list" aria-label="Claims">
          <Rows rows={listed} />
          {folded.length > 0 && (
            <li className="claims__fold">
              <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                <span aria-hidden="true" className="claims-row__sign">
                  =
                </span>
                {formatCount(folded.length, "unchanged claim")} · {isOpen ? "hide" : "show"}
              </button>
            </li>
          )}
          {isOpen && <Rows rows={folded} />}
        </ul>
        <span role="status" className="only-read">
          {said}
        </span>
      </div>
    </CopySaid>
  );
}

/** Long lists grow as they are scrolled: a token of a thousand claims costs no more to draw than one of two hundred. */
function Rows({ rows }: { readonly rows: readonly ClaimRow[] }) {
  const { limit, endRef, grow } = useGrowingLimit(rows.length);
  return (
    <>
      {rows.slice(0, limit).map((row) => (
        <ClaimItem key={row.change.name} row={row} />
      ))}
      {limit < rows.length && (
        <li className="claims__fold">
          <button type="button" ref={endRef} onClick={grow}>
            {(rows.length - limit).toLocaleString("en")} more · show
          </button>
        </li>
      )}
    </>
  );
}
