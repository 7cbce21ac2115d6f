/** What a workflow asked for besides changing tokens, as expectations speak of it. */
import type { Effect, GuestValue } from "../workflow/execution.ts";
import { isJsonObject, parseJson } from "../workflow/json.ts";
import type { Position } from "../workflow/position.ts";

type Placed = { readonly position?: Position };

type WorkflowActions = {
  /** With the reason that was given; "" for a form that is shown again. */
  readonly denial: (Placed & { readonly reason: string }) | null;
  readonly fields: readonly (Placed & { readonly field: string; readonly message: string })[];
  readonly mfa: (Placed & { readonly policy: string }) | null;
  /** Requests in order, as `GET https://…`. */
  readonly calls: readonly (Placed & { readonly line: string })[];
};

const DENIALS: readonly string[] = ["kinde.auth.denyAccess", "kinde.plan.denySelection", "kinde.plan.denyCancellation"];

export function actionsIn(effects: readonly Effect[]): WorkflowActions {
  let denial: WorkflowActions["denial"] = null;
  let mfa: WorkflowActions["mfa"] = null;
  const fields: WorkflowActions["fields"][number][] = [];
  const calls: WorkflowActions["calls"][number][] = [];
  for (const effect of effects) {
    if (effect.kind !== "call") continue;
    const place = effect.position ? { position: effect.position } : {};
    const [first, second] = effect.args;
    if (effect.fn === "kinde.fetch" || effect.fn === "kinde.secureFetch") {
      calls.push({ line: `${methodIn(second)} ${textOf(first)}`, ...place });
      continue;
    }
    // A call that failed counts for nothing.
    if (effect.answer && "error" in effect.answer) continue;
    if (DENIALS.includes(effect.fn)) denial ??= { reason: textOf(first), ...place };
    if (effect.fn === "kinde.widget.invalidateFormField") {
      denial ??= { reason: "", ...place };
      fields.push({ field: textOf(first), message: textOf(second), ...place });
    }
    if (effect.fn === "kinde.mfa.setEnforcementPolicy") mfa = { policy: textOf(first), ...place };
  }
  return { denial, fields, mfa, calls };
}

function textOf(value: GuestValue | undefined): string {
  if (value === undefined || value.text === "null") return "";
  return value.text.startsWith('"') ? String(parseJson(value.text)) : value.text;
}

function methodIn(options: GuestValue | undefined): string {
  const json = options ? parseJson(options.text) : null;
  const method = isJsonObject(json) && Object.hasOwn(json, "method") ? json["method"] : undefined;
  return typeof method === "string" ? method.toUpperCase() : "GET";
}

/** Whether a request is the one that is expected, where a trailing `*` stands for any rest. */
export function isCall(expected: string | undefined, got: string | undefined): boolean {
  if (expected === undefined || got === undefined) return expected === got;
  return expected.endsWith("*") ? got.startsWith(expected.slice(0, -1)) : got === expected;
}
