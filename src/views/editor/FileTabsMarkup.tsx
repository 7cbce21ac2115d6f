/** The project's files as tabs over the editor, without what opens, adds, renames and deletes them. */
import type { ReactNode } from "react";
import { VisibleText } from "../parts/VisibleText.tsx";
import "./file-tabs.css";

/** Of more files the tabs are those around the open one, and a list has them all. */
export const MOST_TABS = 40;

export function shownNames(names: readonly string[], activeFile: string): readonly string[] {
  const first = Math.min(names.length - MOST_TABS, names.indexOf(activeFile) - MOST_TABS / 2);
  return first > 0 ? names.slice(first, first + MOST_TABS) : names.slice(0, MOST_TABS);
}

/** The tab row's end, and what a task such as renaming puts below it. */
type FileTabsMarkupProps = {
  readonly list: ReactNode;
  readonly actions: ReactNode;
  readonly form?: ReactNode;
  readonly note?: ReactNode;
  /** What stands below the tabs. */
  readonly content: ReactNode;
};

export function FileTabsMarkup({ list, actions, form, note, content, ...root }: FileTabsMarkupProps) {
  return (
    <div {...root} className="file-tabs">
      <div className="file-tabs__bar">
        {list}
        {actions}
      </div>
      {form}
      <div role="status">{note}</div>
      {content}
    </div>
  );
}

export function FileTabLabel({ name, hasError }: { readonly name: string; readonly hasError: boolean }) {
  return (
    <>
      <span className="file-tabs__name">
        <bdi>
          <VisibleText text={name} />
        </bdi>
      </span>
      {hasError && (
        <span className="file-tabs__error">
          <span className="only-read">, has an error</span>
        </span>
      )}
    </>
  );
}
