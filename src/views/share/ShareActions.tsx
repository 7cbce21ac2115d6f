/** Share and Download in the header; what they need is loaded when they are used. */
import { DropdownMenu } from "radix-ui";
import { useRef, useState } from "react";
import { shownToken } from "../../claims/shown-token.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { TOKENS } from "../../workflow/token.ts";
import { messageOf } from "../our-failure/fail.ts";
import { copyLater, copyText } from "../parts/copy-text.ts";
import { ErrorBoundary } from "../parts/ErrorBoundary.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { lazyPart } from "../parts/lazy-part.tsx";
import { MenuContent, MenuItem } from "../parts/Menu.tsx";
import { partOrWords } from "../parts/part-or-words.ts";
import { ShareButton } from "./ShareButton.tsx";

const ShareDialog = lazyPart(async () => (await import("./ShareDialog.tsx")).default);
const DownloadDialog = lazyPart(async () => (await import("./DownloadDialog.tsx")).default);

const SAID_MS = 3_000;
const FAILURE_SAID_MS = 12_000;

/** Where the text itself was not made, that is why. */
async function whyNotCopied(text: Promise<string> | string): Promise<string> {
  return Promise.resolve(text).then(() => "The browser did not allow copying", messageOf);
}

type ShareActionsProps = {
  /** Opens a zip file or a workflow file in the place of what is on the page. */
  readonly onOpenFile: (file: File) => void;
};

export function ShareActions({ onOpenFile }: ShareActionsProps) {
  const [dialog, setDialog] = useState<"download" | { readonly copyLink: (link: string) => Promise<void> } | null>(
    null,
  );
  const share = useRef<HTMLButtonElement>(null);

  function openShare(): void {
    // Safari gives a button that is pressed no focus, and the dialog gives it back to what had it.
    share.current?.focus();
    setDialog({ copyLink: copyLater() });
  }

  return (
    <>
      <ShareButton ref={share} onClick={openShare} />
      <DownloadMenu onZip={() => setDialog("download")} onOpenFile={onOpenFile} />
      {dialog !== null && (
        <ErrorBoundary view="dialog">
          {dialog === "download" ? (
            <DownloadDialog onClose={() => setDialog(null)} />
          ) : (
            <ShareDialog copyFirst={dialog.copyLink} onClose={() => setDialog(null)} />
          )}
        </ErrorBoundary>
      )}
    </>
  );
}

type DownloadMenuProps = ShareActionsProps & {
  readonly onZip: () => void;
};

function DownloadMenu({ onZip, onOpenFile }: DownloadMenuProps) {
  const [said, copy] = useCopying();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <IconButton icon="download" label="Download" />
        </DropdownMenu.Trigger>
        <MenuContent>
          <MenuItem onSelect={onZip}>
            <Icon name="download" />
            <span className="menu__text">Download as a Kinde repository (zip)</span>
          </MenuItem>
          <MenuItem onSelect={() => input.current?.click()}>
            <Icon name="external" />
            <span className="menu__text">Open a zip or a workflow file…</span>
          </MenuItem>
          <DropdownMenu.Separator className="menu__separator" />
          <CopyItems copy={copy} />
        </MenuContent>
      </DropdownMenu.Root>
      <input
        ref={input}
        type="file"
        hidden
        accept=".zip,.ts,.tsx,.js,.jsx"
        aria-label="A zip or a workflow file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onOpenFile(file);
          event.target.value = "";
        }}
      />
      <p className={said === "" ? "only-read" : "said-note"} role="status">
        {said}
      </p>
    </>
  );
}

type Copy = (what: string, text: () => Promise<string> | string) => Promise<void>;

/** What is said of the last copy, for a moment. */
function useCopying(): [string, Copy] {
  const [said, setSaid] = useState("");
  async function copy(what: string, text: () => Promise<string> | string): Promise<void> {
    const made = text();
    const failure = await copyText(made).then(
      () => null,
      () => whyNotCopied(made),
    );
    setSaid(failure ?? `${what} copied`);
    setTimeout(() => setSaid(""), failure === null ? SAID_MS : FAILURE_SAID_MS);
  }
  return [said, copy];
}

/** What of the newest result can be copied. */
function CopyItems({ copy }: { readonly copy: Copy }) {
  const store = usePlaygroundStore();
  const result = usePlayground((state) => state.run.latest);
  const tokenName = usePlayground((state) => state.view.token);
  const jwks = usePlayground((state) => state.jwks);
  const token = result && shownToken(result, tokenName);
  const jwt = usePlayground((state) => (token === null ? null : (state.signed[token.name]?.jwt ?? null)));

  async function diff(): Promise<string> {
    const part = await partOrWords(() => import("../../share/markdown.ts"));
    if (typeof part === "string") throw new Error(part);
    const { run } = store.getState();
    return run.latest && token ? part.toMarkdown(run.latest, token.name) : "";
  }

  return (
    <>
      <MenuItem disabled={token === null} onSelect={() => void copy("Diff", diff)}>
        <Icon name="copy" />
        <span className="menu__text">Copy the claims diff as Markdown</span>
      </MenuItem>
      <MenuItem disabled={jwt === null} onSelect={() => void copy("Token", () => jwt ?? "")}>
        <Icon name="copy" />
        <span className="menu__text">
          Copy the {token ? TOKENS[token.name].label.replace(/^Access/, "access") : "token"}
        </span>
      </MenuItem>
      <MenuItem disabled={jwks === null} onSelect={() => void copy("JWKS", () => jwks ?? "")}>
        <Icon name="copy" />
        <span className="menu__text">Copy the JWKS that verifies it</span>
      </MenuItem>
    </>
  );
}
