/** The link, copied as soon as it is made; its length, and what it shows when it is opened. */
import { useEffect, useEffectEvent, useId, useState } from "react";
import { type LinkParameters, parseLinkParameters } from "../../share/link-parameters.ts";
import { usePlaygroundStore } from "../../store/use-playground.ts";
import { entryFile, type Project } from "../../workflow/project.ts";
import { TOKENS } from "../../workflow/token.ts";
import { selectedLines } from "../editor/selected-lines.ts";
import { Button } from "../parts/Button.tsx";
import { CopyButton } from "../parts/CopyButton.tsx";
import { copyText } from "../parts/copy-text.ts";
import { Icon } from "../parts/icons.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { shownToken } from "../../claims/shown-token.ts";
import { linkViewOf } from "./link-view.ts";
import { makeFragment } from "./make-fragment.ts";

const VIEW_NAMES = { claims: "claims", json: "JSON diff", jwt: "JWT" } as const;

/** What chat programs and mail are known to leave whole. */
const SHORT_CHARACTERS = 2_000;

type CopyLinkProps = {
  readonly link: string;
  /** How the first link is copied: under the click that has shown it. */
  readonly copyFirst: (link: string) => Promise<void>;
};

type LinkFormProps = Pick<CopyLinkProps, "copyFirst"> & { readonly project: Project };

export function LinkForm({ project, copyFirst }: LinkFormProps) {
  const store = usePlaygroundStore();
  const [{ view, activeFile, run, origin }] = useState(() => store.getState());
  const [withView, setWithView] = useState(false);
  const [lines, setLines] = useState(selectedText);
  const id = useId();
  const token = run.latest && shownToken(run.latest, view.token)?.name;
  const place = parseLinkParameters(`&line=${lines.trim()}`).lines;
  const parameters: LinkParameters = {
    ...(withView ? { view: linkViewOf(view), ...(token ? { token } : {}) } : {}),
    ...(place ? { lines: place } : {}),
    ...(place && entryFile(project.files)?.name !== activeFile ? { file: activeFile } : {}),
  };
  const made = makeFragment(project, parameters);
  if (made.kind === "too-large") return <p className="note share__part">{made.message}</p>;
  const link = `${location.origin}${location.pathname}#${made.fragment}`;
  return (
    <div className="share__part">
      <label className="share__choice">
        <input type="checkbox" checked={withView} onChange={(event) => setWithView(event.target.checked)} />
        Open at what I see: {token ? `the ${TOKENS[token].label.replace(/^Access/, "access")}, ` : ""}
        {VIEW_NAMES[view.resultTab]}
      </label>
      <label className="share__choice">
        Select lines
        <input
          className="field share__lines"
          value={lines}
          placeholder="12-14"
          aria-invalid={lines.trim() !== "" && place === undefined}
          aria-describedby={`${id}-file`}
          onChange={(event) => setLines(event.target.value)}
        />
        <span id={`${id}-file`} className="muted">
          of <VisibleText text={activeFile} />
        </span>
      </label>
      <div className="share__made">
        <input
          className="field field--code share__text"
          aria-label="Link"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <CopyLink link={link} copyFirst={copyFirst} />
      </div>
      {origin.kind === "example" && (
        <p className="share__address">
          This example as it is has a short address:{" "}
          <code>{`${location.origin}${location.pathname}#example=${origin.name}`}</code>
          <CopyButton
            text={`${location.origin}${location.pathname}#example=${origin.name}`}
            label="Copy the example’s address"
          />
        </p>
      )}
      <p className="muted">
        {link.length.toLocaleString("en")} characters. It stays as it is: later edits do not change it.
        {link.length > SHORT_CHARACTERS &&
          " Some programs cut links as long as this: try it where you send it, or send the project as a zip file."}
      </p>
    </div>
  );
}

/** Copies the first link without being asked twice; says so as long as what is shown is what was copied. */
function CopyLink({ link, copyFirst }: CopyLinkProps) {
  const [copied, setCopied] = useState("");
  const [failure, setFailure] = useState("");
  const isCopied = copied === link;

  function copy(by: (text: string) => Promise<void>): Promise<void> {
    return by(link).then(() => setCopied(link));
  }

  const copyUnasked = useEffectEvent(() => void copy(copyFirst).catch(() => {}));
  useEffect(() => copyUnasked(), []);

  return (
    <>
      <Button
        look="primary"
        className="share__copy"
        onClick={() => void copy(copyText).catch(() => setFailure("The browser did not allow copying"))}
      >
        <Icon name={isCopied ? "check" : "copy"} />
        {isCopied ? "Link copied" : failure || "Copy link"}
      </Button>
      <span className="only-read" role="status">
        {isCopied ? "Link copied" : failure}
      </span>
    </>
  );
}

function selectedText(): string {
  const selected = selectedLines();
  if (selected === null) return "";
  return selected.first === selected.last ? `${selected.first}` : `${selected.first}-${selected.last}`;
}
