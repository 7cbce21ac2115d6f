/** Draws components without hooks as plain DOM, so that the page stands before React is there. Text is always text. */
import type { ReactElement, ReactNode } from "react";

const SVG = new Set(["svg", "path"]);
/** What says that something works, or how it is read aloud, comes with React: until then a button is but a drawing of one. */
const COMES_WITH_REACT = /^(on[A-Z].*|ref|children|role|type|title|tabIndex|htmlFor|aria-(?!hidden|busy|pressed).*)$/;
const ATTRIBUTE_OF = new Map([["className", "class"]]);

type Drawable = ReactElement<{ readonly [name: string]: unknown; readonly children?: ReactNode }>;

/** Of a component that calls a hook this throws: there is no React to answer it. */
export function drawStatic(node: ReactNode): readonly (Node | string)[] {
  if (node === null || node === undefined || typeof node === "boolean" || node === "") return [];
  if (typeof node !== "object") return [String(node)];
  if (Symbol.iterator in node) return [...node].flatMap(drawStatic);
  const { type, props } = node as Drawable;
  if (typeof type === "function") return drawStatic((type as (props: object) => ReactNode)(props));
  const children = drawStatic(props.children);
  if (typeof type !== "string") return children;
  const tag = type === "button" ? "span" : type;
  const drawn = SVG.has(tag)
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "style") for (const entry of Object.entries(value as object)) setStyle(drawn, ...entry);
    else if (value !== undefined && value !== false && !COMES_WITH_REACT.test(name))
      drawn.setAttribute(ATTRIBUTE_OF.get(name) ?? name, value === true && !/^aria-/.test(name) ? "" : String(value));
  }
  drawn.append(...children);
  return [drawn];
}

/** Through the style object: the page's policy refuses style attributes. */
function setStyle(drawn: HTMLElement | SVGElement, name: string, value: string | number): void {
  drawn.style.setProperty(
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    String(value),
  );
}

/** Draws anew what `places` name, as CSS selectors; all else stays as it is. */
export function redrawStatic(root: HTMLElement, node: ReactNode, places: readonly string[]): void {
  const next = document.createElement("div");
  next.append(...drawStatic(node));
  for (const place of places) {
    const fresh = next.querySelector(place);
    if (fresh !== null) root.querySelector(place)?.replaceWith(fresh);
  }
}
