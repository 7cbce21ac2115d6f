/** The element's files and attributes as the settings that embed.html reads (embed-settings.ts). */
import type { PageFile } from "./code-of.ts";

type Settings = { readonly [name: string]: unknown };

/** @throws SyntaxError for a scenario that is no JSON. */
export function settingsOf(element: HTMLElement, files: readonly PageFile[], theme: "light" | "dark"): Settings {
  const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
  return {
    files,
    theme,
    host: location.origin,
    attributes: Object.fromEntries(attributes.filter(([name]) => !/^scenarios?$/.test(name))),
    ...scenariosOf(element),
  };
}

/** JSON in the attribute or in a script element of type application/json; else a share link. */
function scenariosOf(element: HTMLElement): Settings {
  const inside = element.querySelector('script[type="application/json"]')?.textContent ?? "";
  const scenarios = element.getAttribute("scenarios");
  if (scenarios !== null) return { scenarios: (scenarios || inside).trim() };
  const scenario = (element.getAttribute("scenario") ?? inside).trim();
  if (scenario.startsWith("{")) JSON.parse(scenario);
  return { scenario };
}
