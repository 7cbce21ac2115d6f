/** What happens to the person who signs in after a run: the sign-in goes on, is denied, or stops. */
import type { Effect } from "./execution.ts";
import { parseJson } from "./json.ts";
import type { Rule } from "./provenance.ts";
import type { RunResult, SignIn } from "./run-result.ts";
import type { WorkflowSettings } from "./settings.ts";
import { TRIGGERS, type Trigger } from "./trigger.ts";

const FAILURE_POLICY: Rule = {
  provenance: "documented",
  sentence: "failurePolicy.action decides what a failed workflow does: “stop” (the default) or “continue”.",
  source: "Kinde docs, workflow settings",
};

const CONTINUED_TOKEN: Rule = {
  provenance: "simulated",
  sentence:
    "Kinde has not published which claims survive a failed run: here the token is issued without this run’s changes.",
  source: "Simulated by this playground",
};

const DENIED: Rule = {
  provenance: "package",
  sentence: "The workflow asked Kinde to say no.",
  source: "@kinde/infrastructure, main.d.ts",
};

const DEPLOYMENT: Rule = {
  provenance: "recorded",
  sentence: "Kinde bundles and evaluates a workflow once before it is ever run; what fails there cannot be deployed.",
  source: "Recorded from Kinde’s workflow runtime",
};

const GOES_ON: Rule = {
  provenance: "documented",
  sentence: "A workflow that ends without an error lets the request go on.",
  source: "Kinde docs, about workflows",
};

/** A text in quotes that ends a sentence, with one full stop. */
const quoted = (text: string) => `“${text}”${/[.!?]$/.test(text) ? "" : "."}`;

/** Calls by which a workflow says no, with the sentence for each. `reason` is the first text argument. */
const DENIALS: { readonly [fn: string]: (reason: string) => string } = {
  "kinde.auth.denyAccess": (reason) => `Access is denied with the reason ${quoted(reason)}`,
  "kinde.plan.denySelection": (reason) => `The plan selection is denied: ${quoted(reason)}`,
  "kinde.plan.denyCancellation": (reason) => `The plan cancellation is denied: ${quoted(reason)}`,
  "kinde.widget.invalidateFormField": (field) => `The form is shown again with a message at the field “${field}”.`,
};

function denialIn(effects: readonly Effect[]): string | null {
  for (const effect of effects) {
    if (effect.kind !== "call" || !Object.hasOwn(DENIALS, effect.fn)) continue;
    const first = effect.args[0];
    const reason = first && first.problem === null ? parseJson(first.text) : null;
    return DENIALS[effect.fn]?.(typeof reason === "string" && reason !== "" ? reason : "no reason given") ?? null;
  }
  return null;
}

/** What is being asked for, as the subject of a sentence. */
function requestOf(trigger: Trigger): string {
  if (trigger === "m2m:token_generation") return "The token request";
  if (trigger === "user:plan_selection") return "The plan selection";
  if (trigger === "user:plan_cancellation_request") return "The plan cancellation";
  if (trigger === "user:pre_registration") return "The registration";
  return "The sign-in";
}

/** Derives what the sign-in does from how the run ended. */
export function signInAfter(
  outcome: RunResult["outcome"],
  effects: readonly Effect[],
  settings: WorkflowSettings,
  trigger: Trigger,
): SignIn {
  const request = requestOf(trigger);
  const carriesToken = TRIGGERS[trigger].tokens.length > 0;
  if (outcome.kind === "unready") {
    return {
      kind: "not-started",
      sentence: "The scenario cannot be used as it stands, so nothing ran.",
      rule: GOES_ON,
    };
  }
  const failedBefore = "phase" in outcome && outcome.phase !== "execute";
  if (failedBefore) {
    return {
      kind: "not-started",
      sentence: "Kinde would not deploy this workflow, so it would never run.",
      rule: DEPLOYMENT,
    };
  }
  if (outcome.kind !== "completed") {
    return settings.failurePolicy === "continue"
      ? {
          kind: "continues-after-failure",
          sentence: carriesToken
            ? `${request} goes on although the workflow failed (failurePolicy “continue”): the token is issued unchanged.`
            : `${request} goes on although the workflow failed (failurePolicy “continue”).`,
          rule: carriesToken ? CONTINUED_TOKEN : FAILURE_POLICY,
        }
      : {
          kind: "stopped",
          sentence: `${request} stops because the workflow failed (failurePolicy “stop”)${carriesToken ? ": no token is issued" : ""}.`,
          rule: FAILURE_POLICY,
        };
  }
  const denial = denialIn(effects);
  if (denial !== null) {
    return { kind: "denied", sentence: carriesToken ? `${denial} No token is issued.` : denial, rule: DENIED };
  }
  return { kind: "continues", sentence: `${request} goes on.`, rule: GOES_ON };
}
