/** Forgets everything that this browser keeps of the playground, once it has been asked for twice. */
import { AlertDialog } from "radix-ui";
import { Button } from "../parts/Button.tsx";
import { IconButton } from "../parts/IconButton.tsx";

export function ClearEverything({ onClear }: { readonly onClear: () => void }) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <IconButton icon="trash" label="Clear everything" />
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="dialog-overlay" />
        <AlertDialog.Content className="dialog">
          <AlertDialog.Title className="dialog__title">Clear everything?</AlertDialog.Title>
          <AlertDialog.Description>
            Your work, what was stashed, its history, the environment, pasted tokens and the layout are forgotten on
            this page and in this browser. The page then opens anew with the first example. This cannot be undone.
          </AlertDialog.Description>
          <div className="dialog__actions">
            <AlertDialog.Cancel asChild>
              <Button>Keep it</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="primary" onClick={onClear}>
                Clear everything
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
