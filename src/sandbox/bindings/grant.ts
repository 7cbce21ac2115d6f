/** Which of the requested bindings a run is granted, and what the realm has to install for them. */
import type { GuestValue } from "../../workflow/execution.ts";
import { isJsonObject, parseJson } from "../../workflow/json.ts";
import type { RunInput } from "../../workflow/run-input.ts";
import type { HostFunction } from "./binding.ts";
import { CLAIM_FUNCTIONS } from "./claims.ts";
import { BINDINGS } from "./table.ts";

export type Grants = {
  /** For the guest, as JSON (`guest/host/calls.guest.js`). */
  readonly text: string;
  readonly functions: ReadonlyMap<string, HostFunction>;
};

/**
 * The names that production grants. Settings that cannot become JSON, or one binding that is no object, drop all of them;
 * null counts as granted (all recorded).
 */
function requestedBindings(settings: GuestValue | undefined): readonly string[] {
  if (!settings || settings.problem !== null) return [];
  const root = parseJson(settings.text);
  const bindings = isJsonObject(root) ? root["bindings"] : undefined;
  if (!isJsonObject(bindings)) return [];
  const isGrantable = Object.values(bindings).every((value) => value === null || isJsonObject(value));
  return isGrantable ? Object.keys(bindings) : [];
}

/** A name grants the function it names and those that stand directly under it. */
const grants = (name: string, fn: string) => fn === name || fn.slice(0, fn.lastIndexOf(".")) === name;

export function grantBindings(settings: GuestValue | undefined, input: RunInput): Grants {
  const requested = requestedBindings(settings);
  const functions = new Map<string, HostFunction>();
  const tokens: { token: string; claims: string; members: readonly string[] }[] = [];
  const natives: string[] = [];
  for (const [row, binding] of Object.entries(BINDINGS)) {
    switch (binding.kind) {
      case "calls":
        for (const [fn, answer] of Object.entries(binding.functions)) {
          const isGranted = requested.some((name) => grants(name, fn)) || requested.includes(binding.also ?? fn);
          if (isGranted) functions.set(fn, answer);
        }
        break;
      case "claims": {
        const members = CLAIM_FUNCTIONS.filter((fn) => requested.some((name) => grants(name, `${row}.${fn}`)));
        if (members.length > 0) {
          const initial = input.initialClaims[binding.token];
          const claims = `{${initial.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join()}}`;
          tokens.push({ token: binding.token, claims, members });
        }
        break;
      }
      case "native":
        if (requested.includes(row) && binding.module !== "console") natives.push(binding.module);
    }
  }
  const text = JSON.stringify({
    kinde: requested.some((name) => name === "kinde" || name.startsWith("kinde.")),
    functions: [...functions.keys()],
    tokens,
    console: input.grantConsole || requested.includes("console"),
    natives,
  });
  return { text, functions };
}
