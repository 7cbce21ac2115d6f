/** A dialog that is open for as long as it stands there: title, what it is for, content, and a button to close it. */
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { IconButton } from "./IconButton.tsx";
import "./popover.css";

type OpenDialogProps = {
  readonly title: string;
  readonly description: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export function OpenDialog({ title, description, className, onClose, children }: OpenDialogProps) {
  const [opener] = useState(() => document.activeElement);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content
          className={`dialog ${className}`}
          onCloseAutoFocus={() => opener instanceof HTMLElement && opener.focus()}
        >
          <Dialog.Title className="dialog__title">{title}</Dialog.Title>
          <Dialog.Description className="muted">{description}</Dialog.Description>
          {children}
          <Dialog.Close asChild>
            <IconButton className="dialog__close" icon="close" label="Close" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
