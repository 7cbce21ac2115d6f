/** Texts to change where nothing else of the page can be trusted to open them: bare fields, with words and buttons above. */
import { toVisibleText } from "../parts/visible-pieces.ts";
import { button, element, type FailureAction } from "./draw-failure.ts";

type Texts = {
  readonly title: string;
  readonly words: string;
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  readonly onText: (name: string, text: string) => void;
  readonly actions: readonly FailureAction[];
};

export function drawTexts(root: HTMLElement, { title, words, texts, onText, actions }: Texts): void {
  const page = element("div");
  page.className = "start-failure start-failure--texts";
  const note = element("div", element("h2", title), element("p", words));
  note.setAttribute("role", "alert");
  const buttons = element("p", ...actions.map(button));
  buttons.className = "start-failure__actions";
  page.append(note, buttons, ...texts.map(({ name, text }) => field(name, text, (next) => onText(name, next))));
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
