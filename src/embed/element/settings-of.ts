/** The element's attributes as the settings that embed.html reads (embed-settings.ts). */
import { filesIn } from "./code-of.ts";

type Settings = { readonly [name: string]: unknown };

/** @throws SyntaxError for a scenario that is no JSON. */
export function settingsOf(element: HTMLElement, theme: "light" | "dark"): Settings {
  const text = (name: string) => element.getAttribute(name);
  return {
    files: filesIn(element),
    theme,
    host: location.origin,
    token: text("token"),
    view: text("view"),
    title: text("title") ?? "",
    highlight: text("highlight"),
    expect: text("expect"),
    startLine: Number(text("start-line") ?? 1),
    editing: element.hasAttribute("readonly") ? "never" : element.hasAttribute("editable") ? "at-once" : "on-request",
    scenario: scenarioOf(element),
  };
}

/** Inline JSON in the attribute or in a script element of type application/json; else a share link. */
function scenarioOf(element: HTMLElement): string {
  const written = (
    element.getAttribute("scenario") ??
    element.querySelector('script[type="application/json"]')?.textContent ??
    ""
  ).trim();
  if (written.startsWith("{")) JSON.parse(written);
  return written;
}
