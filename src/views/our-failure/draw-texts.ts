/** Texts to change where nothing else of the page can be trusted to open them: bare fields, with words and ways on above. */
import { toVisibleText } from "../parts/visible-pieces.ts";
import { button, element, type WayOn } from "./draw-failure.ts";

type Texts = {
  readonly title: string;
  readonly words: string;
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  readonly onText: (name: string, text: string) => void;
  readonly waysOn: readonly WayOn[];
};

export function drawTexts(root: HTMLElement, { title, words, texts, onText, waysOn }: Texts): void {
  const page = element("div");
  page.className = "start-failure start-failure--texts";
  const note = element("div", element("h2", title), element("p", words));
  note.setAttribute("role", "alert");
  const actions = element("p", ...waysOn.map(button));
  actions.className = "start-failure__actions";
  page.append(note, actions, ...texts.map(({ name, text }) => field(name, text, (next) => onText(name, next))));
  root.replaceChildren(page);
}

function field(name: string, text: string, onText: (text: string) => void): HTMLElement {
  const label = document.createElement("label");
  const area = document.createElement("textarea");
  area.value = text;
  area.spellcheck = false;
  area.rows = 16;
  area.addEventListener("input", () => onText(area.value));
  label.append(toVisibleText(name), area);
  return label;
}
