/** What the person has chosen to look at: tabs, token, theme, panel sizes. Kept across reloads, part of no run. */
import type { TokenName } from "../workflow/token.ts";

export type Theme = "system" | "light" | "dark";
export type ResultTab = "claims" | "json" | "jwt";
export type RunTab = "run" | "console" | "calls" | "problems";
export type ScenarioTab = "tokens" | "event" | "environment" | "mocks";
/** The tabs of the one-column layout, under 900 px. */
export type NarrowTab = "code" | "scenario" | "claims" | "jwt" | "run";

export type ViewState = {
  readonly theme: Theme;
  /** The token looked at; when the trigger does not carry it, its first one is shown. */
  readonly token: TokenName;
  /** The base token being edited. */
  readonly baseToken: TokenName;
  readonly resultTab: ResultTab;
  readonly runTab: RunTab;
  readonly scenarioTab: ScenarioTab;
  readonly narrowTab: NarrowTab;
  readonly autoRun: boolean;
  /** Panel layouts by group id, as the panel library gives them. */
  readonly layouts: { readonly [group: string]: { readonly [panel: string]: number } };
};

export const INITIAL_VIEW: ViewState = {
  theme: "system",
  token: "accessToken",
  baseToken: "accessToken",
  resultTab: "claims",
  runTab: "run",
  scenarioTab: "tokens",
  narrowTab: "code",
  autoRun: true,
  layouts: {},
};
