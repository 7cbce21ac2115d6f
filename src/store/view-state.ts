/** What the person has chosen to look at: tabs, token, theme, panel sizes. Kept across reloads, part of no run. */
import type { TokenName } from "../workflow/token.ts";

export type Theme = "system" | "light" | "dark";
export type ResultTab = "claims" | "json" | "jwt";
export type RunTab = "run" | "console" | "calls" | "problems" | "scenarios";
export type ScenarioTab = "tokens" | "event" | "environment" | "mocks" | "expect";
/** The tabs of the one-column layout, under 900 px. */
export type NarrowTab = "code" | "scenario" | "claims" | "jwt" | "run";

export type ViewState = {
  readonly theme: Theme;
  /** The token a person chose to look at; null follows the one that changed. */
  readonly token: TokenName | null;
  /** The base token being edited. */
  readonly baseToken: TokenName;
  readonly resultTab: ResultTab;
  readonly runTab: RunTab;
  /** Null shows the event for a trigger without tokens, else the tokens. */
  readonly scenarioTab: ScenarioTab | null;
  readonly narrowTab: NarrowTab;
  readonly autoRun: boolean;
  /** Panel layouts by group id, as the panel library gives them. */
  readonly layouts: { readonly [group: string]: { readonly [panel: string]: number } };
};

export const INITIAL_VIEW: ViewState = {
  theme: "system",
  token: null,
  baseToken: "accessToken",
  resultTab: "claims",
  runTab: "run",
  scenarioTab: null,
  narrowTab: "code",
  autoRun: true,
  layouts: {},
};
