/** What came out, in the embed's view: one line that opens to the claims, the claims at once, or the token. */
import { useState } from "react";
import { ResultPanel } from "../views/result/ResultPanel.tsx";
import { ResultSummary } from "../views/result/ResultSummary.tsx";
import type { EmbedView } from "./embed-settings.ts";

export function EmbedResult({ view }: { readonly view: EmbedView }) {
  const [isOpen, setOpen] = useState(false);
  if (view !== "code") return <ResultPanel tabs={view === "jwt" ? ["jwt"] : ["claims"]} />;
  return (
    <>
      <div className="embed__summary">
        <ResultSummary />
        <button type="button" className="embed__more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Hide the claims" : "Show the claims"}
        </button>
      </div>
      {isOpen && <ResultPanel tabs={["claims"]} hasSummary={false} />}
    </>
  );
}
