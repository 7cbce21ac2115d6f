/** Makes a link of the whole project, or a snippet that embeds it, once the person knows what is in it and what is not. */
import { Dialog } from "radix-ui";
import { useState } from "react";
import { IconButton } from "../parts/IconButton.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { CarriedNote } from "./CarriedNote.tsx";
import { EmbedSnippets } from "./EmbedSnippets.tsx";
import { LinkForm } from "./LinkForm.tsx";
import { useCarried } from "./use-carried.ts";
import "../parts/popover.css";
import "./share-dialog.css";

export default function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const carried = useCarried();
  const [part, setPart] = useState<"link" | "embed">("link");
  const [isAllowed, setAllowed] = useState(carried.findings.length === 0);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog share">
          <Dialog.Title className="dialog__title">Share</Dialog.Title>
          <Dialog.Description className="muted">
            The link holds the files and the scenario as they are now. They stand after the # of the address, so no
            server ever sees them.
          </Dialog.Description>
          <CarriedNote carried={carried} what="link" isAllowed={isAllowed} onAllow={() => setAllowed(true)} />
          {isAllowed && (
            <Tabs
              label="How to share"
              value={part}
              onChange={setPart}
              tabs={[
                { value: "link", label: "Link", content: <LinkForm project={carried.project} />, keepMounted: true },
                { value: "embed", label: "As an embed", content: <EmbedSnippets project={carried.project} /> },
              ]}
            />
          )}
          <Dialog.Close asChild>
            <IconButton className="dialog__close" icon="close" label="Close" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
