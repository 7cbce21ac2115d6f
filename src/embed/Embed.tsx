/** The embed: code, a line about the claims, the list, and three actions. The same store and views as the page, smaller. */
import { useEffect } from "react";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { EmbedActions } from "./EmbedActions.tsx";
import { EmbedCode } from "./EmbedCode.tsx";
import type { EmbedParts } from "./embed-parts.ts";
import { EmbedResult } from "./EmbedResult.tsx";
import { useEmbedView } from "./use-embed-view.ts";
import "./embed.css";

export function Embed({ parts }: { readonly parts: EmbedParts }) {
  const store = usePlaygroundStore();
  const { settings } = parts;
  const { view, isEditing } = useEmbedView(parts.view);

  useEffect(() => {
    if (view !== "jwt") return;
    let isWanted = true;
    import("../store/sign-results.ts")
      .then(({ signResults }) => (isWanted ? signResults(store) : undefined))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [view, store]);

  return (
    <main className={`embed embed--${view} ${isEditing ? "embed--editing" : ""}`}>
      <EmbedActions parts={parts} />
      <section className="embed__code" aria-label="Code">
        <EmbedCode settings={settings} isEditing={isEditing} />
      </section>
      <section className="embed__result" aria-label="Result">
        <EmbedResult view={view} />
      </section>
    </main>
  );
}
