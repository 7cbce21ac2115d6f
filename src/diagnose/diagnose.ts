/** Reads the author's tokens, the settings and what a run did, and says what will not do what it seems to. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { Effect } from "../workflow/execution.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { WorkflowSettings } from "../workflow/settings.ts";
import type { SourceToken } from "../workflow/source-token.ts";
import type { Trigger } from "../workflow/trigger.ts";

export type DiagnoseInput = {
  /** One list for each file. */
  readonly tokens: readonly (readonly SourceToken[])[];
  readonly settings: WorkflowSettings;
  readonly trigger: Trigger;
  readonly effects: readonly Effect[];
  readonly outcome: RunResult["outcome"];
};

/** Pure: the same input gives the same list, in the order of the source. */
export function diagnose(_input: DiagnoseInput): readonly Diagnostic[] {
  return [];
}
