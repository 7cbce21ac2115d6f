/** The claims of one token as they stand in the newest result. */
import { useCallback, useState } from "react";
import type { RunResult, TokenResult } from "../../../workflow/run-result.ts";
import { useGrowingLimit } from "../../parts/use-growing-limit.ts";
import { ClaimItem } from "./ClaimItem.tsx";
import type { ClaimRow } from "./claim-rows.ts";
import { ClaimsMarkup, FIRST_ROWS, RowsMarkup } from "./ClaimsMarkup.tsx";
import { CopySaid } from "./copy-said.ts";
import { useClaimRows } from "./use-claim-rows.ts";
import { useNewestToken } from "./use-newest-token.ts";

type ClaimsViewProps = { readonly token: TokenResult; readonly result: RunResult };

export function ClaimsView({ token: shown, result }: ClaimsViewProps) {
  const token = useNewestToken(shown, result);
  const rows = useClaimRows(`${result.trigger}/${token.name}`, token.changes);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const say = useCallback((sentence: string) => setSaid(sentence), []);
  return (
    <CopySaid value={say}>
      <ClaimsMarkup
        token={token}
        rows={rows}
        Rows={Rows}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
        said={said}
      />
    </CopySaid>
  );
}

function Rows({ rows }: { readonly rows: readonly ClaimRow[] }) {
  const { limit, endRef, grow } = useGrowingLimit(rows.length, FIRST_ROWS);
  return <RowsMarkup rows={rows} limit={limit} Item={ClaimItem} endRef={endRef} onGrow={grow} />;
}
