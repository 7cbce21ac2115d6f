/** The embed's frame: a line with actions, the code, and what came out. */
import type { ReactNode } from "react";
import { VisibleText } from "../views/parts/VisibleText.tsx";
import type { EmbedView } from "./embed-settings.ts";
import "./embed.css";

type EmbedMarkupProps = {
  readonly view: EmbedView;
  readonly isEditing: boolean;
  /** Until the first result is there. */
  readonly isBusy?: true;
  readonly top: ReactNode;
  readonly code: ReactNode;
  readonly result: ReactNode;
};

export function EmbedMarkup({ view, isEditing, isBusy, top, code, result }: EmbedMarkupProps) {
  return (
    <main className={`embed embed--${view} ${isEditing ? "embed--editing" : ""}`}>
      {top}
      <section className="embed__code" aria-label="Code">
        {code}
      </section>
      <section className="embed__result" aria-label="Result" aria-busy={isBusy}>
        {result}
      </section>
    </main>
  );
}

type EmbedBarProps = { readonly title: string; readonly actions: ReactNode };

export function EmbedBar({ title, actions }: EmbedBarProps) {
  return (
    <header className="embed__bar">
      <h1 className="embed__title">
        <VisibleText text={title} />
      </h1>
      <div className="embed__actions">{actions}</div>
    </header>
  );
}

type ShowClaimsProps = { readonly summary: ReactNode; readonly isOpen: boolean; readonly onToggle?: () => void };

/** The line of an embed that shows code alone. */
export function ShowClaims({ summary, isOpen, onToggle }: ShowClaimsProps) {
  return (
    <div className="embed__summary">
      {summary}
      <button type="button" className="embed__more" aria-expanded={isOpen} onClick={onToggle}>
        {isOpen ? "Hide the claims" : "Show the claims"}
      </button>
    </div>
  );
}
