/** `workflowSettings` as Kinde reads them: which trigger, which bindings, and what a failure does to the sign-in. */
import { isJsonObject, parseJson, type Json } from "./json.ts";
import type { GuestValue } from "./execution.ts";
import { isTrigger, type Trigger } from "./trigger.ts";
import type { TokenName } from "./token.ts";

export type WorkflowSettings = {
  readonly id?: string;
  readonly name?: string;
  /** The text the author wrote; `trigger` is set when it is one that Kinde knows. */
  readonly triggerText?: string;
  readonly trigger?: Trigger;
  readonly failurePolicy: "stop" | "continue";
  /** The names under `bindings`, in order; none of them when the settings could not be serialised (recorded: production then drops all). */
  readonly bindings: readonly string[];
  readonly resetClaims: readonly TokenName[];
};

const BINDING_OF_TOKEN: { readonly [T in TokenName]: string } = {
  accessToken: "kinde.accessToken",
  idToken: "kinde.idToken",
  m2mToken: "kinde.m2mToken",
};

/** Reads settings as they left the engine. Never fails: what is missing or foreign is left out, and `failurePolicy` defaults to "stop". */
export function parseSettings(value: GuestValue | undefined): WorkflowSettings {
  const json: Json = value && value.problem === null ? parseJson(value.text) : null;
  const root = isJsonObject(json) ? json : {};
  const text = (name: string) => (typeof root[name] === "string" ? { [name]: root[name] } : {});
  const policy = root["failurePolicy"];
  const bindings = isJsonObject(root["bindings"]) ? root["bindings"] : {};
  const triggerText = root["trigger"];
  return {
    ...text("id"),
    ...text("name"),
    ...(typeof triggerText === "string" ? { triggerText } : {}),
    ...(isTrigger(triggerText) ? { trigger: triggerText } : {}),
    failurePolicy: isJsonObject(policy) && policy["action"] === "continue" ? "continue" : "stop",
    bindings: Object.keys(bindings),
    resetClaims: (Object.keys(BINDING_OF_TOKEN) as TokenName[]).filter((token) => {
      const options = Object.hasOwn(bindings, BINDING_OF_TOKEN[token]) ? bindings[BINDING_OF_TOKEN[token]] : undefined;
      return isJsonObject(options) && options["resetClaims"] === true;
    }),
  };
}
