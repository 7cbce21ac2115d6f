/** Downloads the project as a Kinde repository, after saying what is not in it. */
import { useMemo, useState } from "react";
import { toZip } from "../../share/kinde-repository.ts";
import { losesLevels } from "../../share/scenario-json/project-scenarios.ts";
import { nameOfWork } from "../../store/name-of-work.ts";
import { Button } from "../parts/Button.tsx";
import { OpenDialog } from "../parts/OpenDialog.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { CarriedNote } from "./CarriedNote.tsx";
import { useCarried } from "./use-carried.ts";
import "./share-dialog.css";

export default function DownloadDialog({ onClose }: { readonly onClose: () => void }) {
  const carried = useCarried(true);
  const [isChosen, setChosen] = useState(false);
  const isAllowed = typeof carried.findings !== "number" && (isChosen || carried.findings.length === 0);
  const isLost = useMemo(() => losesLevels(carried.project), [carried.project]);
  const other = carried.project.opened?.ofWorkflow;
  const name = nameOfWork(carried.project).replace(/\.[a-z]+$/, "");

  function download(): void {
    const url = URL.createObjectURL(new Blob([toZip(carried.project, name).slice()], { type: "application/zip" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `${name.replace(/[^\w-]+/g, "-") || "workflow"}.zip`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    onClose();
  }

  return (
    <OpenDialog
      className="share"
      title="Download as a Kinde repository"
      description="A zip file with kinde.json, package.json, tsconfig.json and the workflow in its folder, ready for Kinde to sync; its scenarios stand beside it as scenarios.json, where kinde-workflows test finds them. Drop the file on this page to open it again."
      onClose={onClose}
    >
      {isLost && other !== undefined && (
        <p className="note">
          The scenarios.json that was opened is that of <VisibleText text={other} />, and a folder holds one: the
          scenarios of this workflow take its place.
        </p>
      )}
      {isLost && other === undefined && (
        <p className="note">
          The scenarios.json that was opened is written anew: what lies under several scenarios stands in each of them,
          and its comments are left out. An edit cannot be said otherwise.
        </p>
      )}
      <CarriedNote carried={carried} what="zip file" isAllowed={isAllowed} onAllow={() => setChosen(true)} />
      <div className="dialog__actions">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={!isAllowed} onClick={download}>
          Download
        </Button>
      </div>
    </OpenDialog>
  );
}
