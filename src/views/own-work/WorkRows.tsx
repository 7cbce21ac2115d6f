/** Pieces of work or states of it as a list of which one is chosen, and beside it what the chosen one holds. */
import { type ReactNode, useId } from "react";
import type { Project } from "../../workflow/project.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import { WorkPreview } from "./WorkPreview.tsx";

export type WorkRow<Of extends { readonly project: Project }> = {
  readonly key: string;
  readonly of: Of;
  readonly title: string;
  readonly time: string;
  /** What tells it from the others. */
  readonly about: string;
};

type WorkRowsProps<Of extends { readonly project: Project }> = {
  readonly label: string;
  readonly rows: readonly WorkRow<Of>[];
  /** Stands there when there is none. */
  readonly none: string;
  readonly chosen: WorkRow<Of> | null;
  readonly onChoose: (key: string) => void;
  /** What the page shows now. */
  readonly open: Project;
  /** What can be done with the chosen one. */
  readonly actions: ReactNode;
};

export function WorkRows<Of extends { readonly project: Project }>(props: WorkRowsProps<Of>) {
  const { label, rows, none, chosen, onChoose, open, actions } = props;
  const group = useId();
  if (chosen === null) return <p className="work-rows__none muted">{none}</p>;
  return (
    <div className="work-rows">
      <fieldset className="work-rows__list">
        <legend className="only-read">{label}</legend>
        {rows.map(({ key, title, time, about }) => (
          <label key={key} className="work-rows__row">
            <input
              type="radio"
              className="only-read"
              name={group}
              checked={key === chosen.key}
              onChange={() => onChoose(key)}
            />
            <span className="work-rows__title">
              <VisibleText text={title} />
            </span>
            <span className="work-rows__about">
              <VisibleText text={`${time} · ${about}`} />
            </span>
          </label>
        ))}
      </fieldset>
      <div className="work-rows__chosen">
        <div className="work-rows__actions">{actions}</div>
        <WorkPreview project={chosen.of.project} open={open} />
      </div>
    </div>
  );
}
