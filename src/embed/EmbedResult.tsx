/** What came out, in the embed's view: one line that opens to the claims, the claims at once, the token, or several scenarios. */
import { type ComponentType, type ReactNode, useState } from "react";
import { comparesScenarios } from "../store/active-scenario.ts";
import { usePlayground } from "../store/use-playground.ts";
import { lazyPart } from "../views/parts/lazy-part.tsx";
import { ResultPanel } from "../views/result/ResultPanel.tsx";
import { ResultSummary } from "../views/result/ResultSummary.tsx";
import { ShowClaims } from "./EmbedMarkup.tsx";
import { type EmbedView, tabsOfView } from "./embed-settings.ts";

type ScenariosProps = { readonly view: EmbedView; readonly children: ReactNode };

export type ScenarioViews = { readonly EmbedScenarios: ComponentType<ScenariosProps> };

/** Where the page sent several scenarios later. */
const LaterScenarios = lazyPart<ScenariosProps>(
  async () => (await import("./scenarios/EmbedScenarios.tsx")).EmbedScenarios,
  ({ children }) => children,
);

type EmbedResultProps = { readonly view: EmbedView; readonly several: ScenarioViews | null };

export function EmbedResult({ view, several }: EmbedResultProps) {
  const isSeveral = usePlayground(comparesScenarios);
  if (!isSeveral) return <OneResult view={view} />;
  const Scenarios = several?.EmbedScenarios ?? LaterScenarios;
  return (
    <Scenarios view={view}>
      <OneResult view={view} />
    </Scenarios>
  );
}

function OneResult({ view }: { readonly view: EmbedView }) {
  const [isOpen, setOpen] = useState(false);
  if (view !== "code") return <ResultPanel tabs={tabsOfView(view)} />;
  return (
    <>
      <ShowClaims summary={<ResultSummary />} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      {isOpen && <ResultPanel tabs={tabsOfView(view)} hasSummary={false} />}
    </>
  );
}
