/** The keys that do something, listed under “?”. */
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { IconButton } from "../parts/IconButton.tsx";
import "../parts/popover.css";

const MOD = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";

const SHORTCUTS: readonly { readonly keys: readonly (readonly string[])[]; readonly does: string }[] = [
  { keys: [[MOD, "Enter"]], does: "Run the workflow" },
  { keys: [["Esc"]], does: "Leave the editor, back to what led to its line; Tab then moves on" },
  { keys: [["F1"]], does: "Everything the editor can do" },
  { keys: [["F8"]], does: "Go to the next problem in the code" },
  { keys: [[MOD, "."]], does: "Fix the problem at the cursor" },
  { keys: [["F12"]], does: "Go to a definition; one of the package opens in place" },
  { keys: [[MOD, "Space"]], does: "Suggest what can stand here" },
  { keys: [["←"], ["→"]], does: "Move between tabs, or move a divider that has the focus" },
  { keys: [["Home"], ["End"]], does: "First or last tab; a divider to its end" },
  { keys: [["?"]], does: "Show this list" },
];

export function ShortcutsDialog() {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      setOpen(true);
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <IconButton className="header__shortcuts" icon="help" label="Keyboard shortcuts" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" aria-describedby={undefined} onOpenAutoFocus={focusWhole}>
          <Dialog.Title className="dialog__title">Keyboard shortcuts</Dialog.Title>
          <dl className="shortcuts">
            {SHORTCUTS.map(({ keys, does }) => (
              <div key={does} className="shortcuts__row">
                <dt>
                  {keys.map((chord) => (
                    <span key={chord.join("+")} className="shortcuts__chord">
                      {chord.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </span>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close asChild>
            <IconButton className="dialog__close" icon="close" label="Close" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The list is for reading: focus on its close button would only open that button's tooltip. */
function focusWhole(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], .monaco-editor") !== null
  );
}
