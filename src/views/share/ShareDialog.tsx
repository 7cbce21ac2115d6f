/** Makes a link of the whole project, or a snippet that embeds it, once the person knows what is in it and what is not. */
import { useState } from "react";
import { copyText } from "../parts/copy-text.ts";
import { Tabs } from "../parts/Tabs.tsx";
import { OpenDialog } from "../parts/OpenDialog.tsx";
import { CarriedNote } from "./CarriedNote.tsx";
import { EmbedSnippets } from "./EmbedSnippets.tsx";
import { LinkForm } from "./LinkForm.tsx";
import { useCarried } from "./use-carried.ts";
import "./share-dialog.css";

type ShareDialogProps = {
  /** Copies the link under the click that has opened the dialog. */
  readonly copyFirst: (link: string) => Promise<void>;
  readonly onClose: () => void;
};

export default function ShareDialog({ copyFirst, onClose }: ShareDialogProps) {
  const carried = useCarried(false);
  const [part, setPart] = useState<"link" | "embed">("link");
  const [isChosen, setChosen] = useState(false);
  const isAllowed = typeof carried.findings !== "number" && (isChosen || carried.findings.length === 0);
  return (
    <OpenDialog
      className="share"
      title="Share"
      description="The link holds the files and the scenario as they are now. They stand after the # of the address, so no server ever sees them."
      onClose={onClose}
    >
      <CarriedNote carried={carried} what="link" isAllowed={isAllowed} onAllow={() => setChosen(true)} />
      {isAllowed && (
        <Tabs
          label="How to share"
          value={part}
          onChange={setPart}
          tabs={[
            {
              value: "link",
              label: "Link",
              content: <LinkForm project={carried.project} copyFirst={isChosen ? copyText : copyFirst} />,
              keepMounted: true,
            },
            { value: "embed", label: "As an embed", content: <EmbedSnippets project={carried.project} /> },
          ]}
        />
      )}
    </OpenDialog>
  );
}
