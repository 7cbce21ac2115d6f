/** What either drawing drew, as indented lines without what comes with React: roles, names read aloud, buttons that work. */
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SaxesParser } from "saxes";
import { vi } from "vitest";
import { drawStatic } from "../src/views/first-paint/draw-static.ts";

export type Drawn = {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Drawn | string)[];
};

class Made implements Drawn {
  readonly attributes = new Map<string, string>();
  readonly children: (Drawn | string)[] = [];
  readonly style = {
    setProperty: (name: string, value: string) =>
      this.setAttribute("style", `${this.attributes.get("style") ?? ""}${name}:${value};`),
  };
  readonly tag: string;
  constructor(tag: string) {
    this.tag = tag;
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  append(...children: readonly (Drawn | string)[]): void {
    this.children.push(...children);
  }
}

/** What stands there before React. */
export function drawnStatically(node: ReactNode): Drawn {
  const document = {
    createElement: (tag: string) => new Made(tag),
    createElementNS: (_: string, tag: string) => new Made(tag),
  };
  vi.stubGlobal("document", document);
  try {
    const root = new Made("root");
    root.append(...(drawStatic(node) as unknown as readonly (Drawn | string)[]));
    return root;
  } finally {
    vi.stubGlobal("document", undefined);
  }
}

/** What React draws when it comes. */
export function drawnByReact(node: ReactNode): Drawn {
  const root = new Made("root");
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const made = new Made(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
    open.at(-1)?.append(made);
    open.push(made);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => open.at(-1)?.append(text));
  parser.write(`<root>${renderToStaticMarkup(node)}</root>`).close();
  return root.children[0] as Drawn;
}

/** The first element of this class. */
export function partOf({ children }: Drawn, className: string): Drawn | null {
  for (const child of children) {
    if (typeof child === "string") continue;
    if (child.attributes.get("class")?.split(" ").includes(className)) return child;
    const inside = partOf(child, className);
    if (inside !== null) return inside;
  }
  return null;
}

/** The attributes that say how something looks. Styles in attributes are the libraries' own, for outlines and animations. */
const LOOKS = ["class", "aria-hidden", "d", "hidden"];
/** Style sheets ask for the state of these alone. */
const WITH_STATE = /^(?:tabs__tab|file-tabs__tab|switch|switch__thumb)$/;

export function linesOf(drawn: Drawn | null): readonly string[] {
  if (drawn === null) return [];
  const lines: string[] = [];
  let text = "";
  const endText = (depth: number) => {
    if (text !== "") lines.push(`${"  ".repeat(depth)}${JSON.stringify(text)}`);
    text = "";
  };
  function tell({ tag, attributes, children }: Drawn, depth: number): void {
    // Where a file is chosen, and a form's copy of a switch: neither is seen.
    if (tag === "input") return;
    endText(depth);
    const names = WITH_STATE.test(attributes.get("class") ?? "") ? [...LOOKS, "data-state"] : LOOKS;
    const looks = names.map((name) => {
      const value = attributes.get(name)?.trim();
      return value === undefined ? "" : ` ${name}=${value}`;
    });
    lines.push(`${"  ".repeat(depth)}${tag === "button" ? "span" : tag}${looks.join("")}`);
    for (const child of children) {
      if (typeof child === "string") text += child;
      else tell(child, depth + 1);
    }
    endText(depth + 1);
  }
  tell(drawn, 0);
  return lines;
}
