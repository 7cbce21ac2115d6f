/** What `workflowSettings` ask for, as the run read them. */
import type { WorkflowSettings } from "../../../workflow/settings.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";

const LONGEST_TEXT = 300;

export function SettingsLine({ settings }: { readonly settings: WorkflowSettings }) {
  return (
    <>
      <dt>Bindings</dt>
      <dd>
        {settings.bindings.length === 0 ? (
          "none declared"
        ) : (
          <code>
            <VisibleText text={settings.bindings.join(" ").slice(0, LONGEST_TEXT)} />
          </code>
        )}
      </dd>
      <dt>On failure</dt>
      <dd>{settings.failurePolicy === "continue" ? "continue: the request goes on" : "stop: the request stops"}</dd>
    </>
  );
}
