/** The lines that are selected in the editor, for links that point at them. */

/** 1-based, both ends included. */
export type SelectedLines = { readonly first: number; readonly last: number };

let read: () => SelectedLines | null = () => null;

/** The editor says how its selection is read; the newest one counts. */
export function offerSelectedLines(reader: () => SelectedLines | null): void {
  read = reader;
}

/** Null when nothing is selected, or no full editor is on the page. */
export function selectedLines(): SelectedLines | null {
  return read();
}
