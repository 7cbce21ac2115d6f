/** What stands for each theme. */
import type { Theme } from "../../store/view-state.ts";
import type { IconName } from "../parts/icons.tsx";

export const THEME_ICONS: { readonly [T in Theme]: IconName } = { system: "system", light: "sun", dark: "moon" };
