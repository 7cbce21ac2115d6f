/** One line over the editor's lower edge: what it does without, and a way on. */
import type { ReactNode } from "react";
import { Button } from "../parts/Button.tsx";

type EditorNoteProps = { readonly children: ReactNode; readonly action?: string; readonly onAct?: () => void };

export function EditorNote({ children, action, onAct }: EditorNoteProps) {
  return (
    <div className="editor-note" role="status">
      <span>{children}</span>
      {action !== undefined && <Button onClick={onAct}>{action}</Button>}
    </div>
  );
}
