/** The code of an embed to read, with folded and lit lines. */
import type { ReactNode } from "react";
import { HighlightedText } from "../views/editor/HighlightedText.tsx";
import { VisibleText } from "../views/parts/VisibleText.tsx";
import { type CodeBlock, hiddenLabel } from "./code-blocks.ts";
import type { EmbedSettings } from "./embed-settings.ts";
import { isHighlighted } from "./highlighted-lines.ts";

type FilesMarkupProps = {
  readonly names: readonly string[];
  readonly activeFile: string;
  readonly onOpen?: (name: string) => void;
};

/** Which files there are, where there is more than one. */
export function FilesMarkup({ names, activeFile, onOpen }: FilesMarkupProps) {
  if (names.length < 2) return null;
  return (
    <div className="embed__files">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="embed__file"
          aria-pressed={name === activeFile}
          onClick={() => onOpen?.(name)}
        >
          <VisibleText text={name} />
        </button>
      ))}
    </div>
  );
}

export type BlockProps = { readonly block: CodeBlock; readonly settings: EmbedSettings };

type CodeMarkupProps = {
  readonly blocks: readonly CodeBlock[];
  readonly settings: EmbedSettings;
  readonly Block: (props: BlockProps) => ReactNode;
};

export function CodeMarkup({ blocks, settings, Block }: CodeMarkupProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard.
    <pre className="embed-code code-text" tabIndex={0}>
      {blocks.map((block) => (
        <Block key={block.lines[0]?.line ?? block.kind} block={block} settings={settings} />
      ))}
    </pre>
  );
}

type BlockMarkupProps = BlockProps & { readonly isOpen: boolean; readonly onToggle?: () => void };

export function BlockMarkup({ block, settings, isOpen, onToggle }: BlockMarkupProps) {
  if (block.kind === "rest") return <span className="embed-code__fold">{hiddenLabel(block)}</span>;
  return (
    <>
      {block.kind === "hidden" && (
        <button type="button" className="embed-code__fold" aria-expanded={isOpen} onClick={onToggle}>
          {hiddenLabel(block)}
        </button>
      )}
      {isOpen && (
        <code>
          {block.lines.map(({ line, pieces }) => {
            const number = line + settings.startLine - 1;
            const lit = isHighlighted(settings, number) ? " embed-code__line--lit" : "";
            return (
              <span key={line} className={`embed-code__line${lit}`}>
                <span className="embed-code__number" aria-hidden="true">
                  {number}
                </span>
                <HighlightedText tokens={pieces} />
                {"\n"}
              </span>
            );
          })}
        </code>
      )}
    </>
  );
}
