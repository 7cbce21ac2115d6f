/** What came out, in the embed's view: one line that opens to the claims, the claims at once, or the token. */
import { useState } from "react";
import { ResultPanel } from "../views/result/ResultPanel.tsx";
import { ResultSummary } from "../views/result/ResultSummary.tsx";
import { ShowClaims } from "./EmbedMarkup.tsx";
import { type EmbedView, tabsOfView } from "./embed-settings.ts";

export function EmbedResult({ view }: { readonly view: EmbedView }) {
  const [isOpen, setOpen] = useState(false);
  if (view !== "code") return <ResultPanel tabs={tabsOfView(view)} />;
  return (
    <>
      <ShowClaims summary={<ResultSummary />} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      {isOpen && <ResultPanel tabs={tabsOfView(view)} hasSummary={false} />}
    </>
  );
}
