/** Puts React's embed in the place of the first paint. */
import "../views/styles/controls.css";
import { createRoot } from "react-dom/client";
import { createQuietReads } from "../store/quiet-reads.ts";
import { PlaygroundContext } from "../store/use-playground.ts";
import { tellFailures } from "../views/our-failure/tell-failures.ts";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { Embed } from "./Embed.tsx";
import type { EmbedParts } from "./embed-parts.ts";

export function mountEmbed(root: HTMLElement, parts: EmbedParts): void {
  tellFailures(root);
  createRoot(root).render(
    <PlaygroundContext value={{ store: parts.store, quiet: createQuietReads(parts.store) }}>
      <ErrorBoundary view="example">
        <Embed parts={parts} />
      </ErrorBoundary>
    </PlaygroundContext>,
  );
}
