/** Edits of a file made by whichever editor holds it, so that its own undo takes them back in one step. */

/** Offsets into the file's text as it stands, end exclusive. */
export type FileEdit = { readonly start: number; readonly end: number; readonly text: string };

/** @returns false for a file that it does not hold. */
type EditFile = (name: string, edits: readonly FileEdit[]) => boolean;

const editors: EditFile[] = [];

/** The newest editor is asked first. @returns what takes the offer back. */
export function offerFileEdits(edit: EditFile): () => void {
  editors.unshift(edit);
  return () => {
    const at = editors.indexOf(edit);
    if (at >= 0) editors.splice(at, 1);
  };
}

/** @returns false where no editor holds the file. */
export function editFile(name: string, edits: readonly FileEdit[]): boolean {
  return editors.some((edit) => edit(name, edits));
}
