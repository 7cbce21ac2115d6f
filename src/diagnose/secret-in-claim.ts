/** Warns where a workflow writes the value of a secret variable into a claim, where everybody who holds the token can read it. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { Effect } from "../workflow/execution.ts";
import { TOKENS } from "../workflow/token.ts";

/** @param isSecretIn whether JSON text holds the value of a secret variable. */
export function secretsInClaims(
  effects: readonly Effect[],
  isSecretIn: (json: string) => boolean,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return effects.flatMap((effect): readonly Diagnostic[] => {
    if (effect.kind !== "claim" || effect.position === undefined) return [];
    if (!isSecretIn(effect.value.text) && !isSecretIn(JSON.stringify(effect.name))) return [];
    const { file, line, column } = effect.position;
    const key = JSON.stringify([effect.token, effect.name, file, line, column]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        id: "secret-in-claim",
        severity: "warning",
        position: effect.position,
        message: `A claim of the ${TOKENS[effect.token].label} holds the value of a secret variable. A token is signed, not encrypted: who holds it can read it.`,
        advice: "Keep the secret in the workflow, and write into the claim only what the application needs.",
      },
    ];
  });
}
