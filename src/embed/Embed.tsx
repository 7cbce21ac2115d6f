/** The embed: code, a line about the claims, the list, and three actions. The same store and views as the page, smaller. */
import { useEffect, useState } from "react";
import { loadPart } from "../views/parts/load-part.ts";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { startSigning } from "../views/result/jwt/start-signing.ts";
import { VisibleText } from "../views/parts/VisibleText.tsx";
import { EmbedActions } from "./EmbedActions.tsx";
import { EmbedCode } from "./EmbedCode.tsx";
import { EmbedMarkup } from "./EmbedMarkup.tsx";
import type { EmbedParts } from "./embed-parts.ts";
import { EmbedResult, type ScenarioViews } from "./EmbedResult.tsx";
import { useEmbedView } from "./use-embed-view.ts";

type EmbedProps = {
  readonly parts: EmbedParts;
  /** What draws several scenarios, where there were some from the start. */
  readonly several: ScenarioViews | null;
};

export function Embed({ parts, several }: EmbedProps) {
  const store = usePlaygroundStore();
  const { settings } = parts;
  const { view, isEditing } = useEmbedView(parts.view);

  const [mistakes, setMistakes] = useState<readonly string[]>([]);

  useEffect(() => {
    if (!settings.isElement) return;
    loadPart(() => import("./log-mistakes.ts")).then(
      ({ logMistakes }) => setMistakes(logMistakes(settings)),
      () => undefined,
    );
  }, [settings]);

  useEffect(() => {
    if (view === "jwt") void startSigning(store);
  }, [view, store]);

  return (
    <EmbedMarkup
      view={view}
      isEditing={isEditing}
      top={
        <>
          <EmbedActions parts={parts} />
          {mistakes.map((mistake) => (
            <p key={mistake} className="embed__note">
              <VisibleText text={mistake} />
            </p>
          ))}
        </>
      }
      code={<EmbedCode settings={settings} isEditing={isEditing} />}
      result={<EmbedResult view={view} several={several} />}
    />
  );
}
