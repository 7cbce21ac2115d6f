/** Puts the chosen theme on the page; "system" follows the system as it changes. */
import type { PlaygroundStore } from "../store/playground-store.ts";
import { resolveTheme } from "../views/styles/theme.ts";

export function followTheme(store: PlaygroundStore): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const theme = resolveTheme(store.getState().view.theme, system.matches);
    if (document.documentElement.dataset["theme"] !== theme) document.documentElement.dataset["theme"] = theme;
  };
  store.subscribe(apply);
  system.addEventListener("change", apply);
  apply();
}
