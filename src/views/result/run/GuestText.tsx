/** A value that left the sandbox: on one line, and as a tree on demand when it has an inside. */
import { useState } from "react";
import type { GuestValue } from "../../../workflow/execution.ts";
import { readExactJson } from "../../../workflow/exact-json.ts";
import { Fold } from "../../parts/Fold.tsx";
import { consoleText, guestLine, guestNode } from "./guest-text.ts";
import { ValueTree } from "./ValueTree.tsx";

const LONGEST_LINE = 120;
const LONGEST_STRING = 1_000;

type GuestTextProps = {
  readonly value: GuestValue;
  /** Strings stand without quotes, as in a console. */
  readonly isBare?: boolean;
};

export function GuestText({ value, isBare = false }: GuestTextProps) {
  const [isOpen, setOpen] = useState(false);
  const json = readExactJson(value.text);
  const hasMarks = value.problem !== null;
  const node = guestNode(json, hasMarks);
  const line = isBare ? consoleText(value) : guestLine(value);
  if (node.kind === "leaf" || node.members.length === 0) {
    return (
      <code className={node.kind === "leaf" && node.isString ? "guest guest--string" : "guest guest--other"}>
        <Fold text={line} limit={LONGEST_STRING} what="the text" />
      </code>
    );
  }
  return (
    <code className="guest guest--branch">
      <button
        type="button"
        className="guest__toggle"
        aria-expanded={isOpen}
        aria-label={isOpen ? "Close the value" : "Open the value"}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "▾" : "▸"}
      </button>
      {isOpen ? (
        <ValueTree value={json} hasMarks={hasMarks} />
      ) : (
        <Fold text={line} limit={LONGEST_LINE} what="the value" />
      )}
    </code>
  );
}
