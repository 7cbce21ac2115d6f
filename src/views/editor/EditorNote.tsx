/** One line over the editor's lower edge: what it does without, and a way on. */
import type { ReactNode } from "react";
import { Button } from "../parts/Button.tsx";

type EditorNoteProps = { readonly children: ReactNode; readonly onTryAgain?: () => void };

export function EditorNote({ children, onTryAgain }: EditorNoteProps) {
  return (
    <div className="editor-note" role="status">
      <span>{children}</span>
      {onTryAgain && <Button onClick={onTryAgain}>Try again</Button>}
    </div>
  );
}
