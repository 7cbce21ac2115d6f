/** Which of the two looks a choice of theme comes to. */
import type { Theme } from "../../store/view-state.ts";

export function resolveTheme(theme: Theme, systemIsDark: boolean): "light" | "dark" {
  if (theme === "light" || theme === "dark") return theme;
  return systemIsDark ? "dark" : "light";
}
