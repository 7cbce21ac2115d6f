/** A recorded program as the pipeline takes it: exactly what its settings declare is granted, whatever the trigger. */
import type { RunOptions } from "../src/pipeline.ts";
import type { ClaimsSet } from "../src/workflow/claim.ts";
import { createProject, type Project } from "../src/workflow/project.ts";
import { TOKEN_NAMES, type TokenName } from "../src/workflow/token.ts";
import type { Vector } from "./vector.ts";

export type Job = { readonly project: Project; readonly options: RunOptions };

/** The guest's clock in every recorded program; the recordings never depend on it. */
const NOW_MS = Date.UTC(2026, 0, 15, 12);

export function jobOf({ files, scenario }: Pick<Vector, "files" | "scenario">): Job {
  const claimsOf = (token: TokenName): ClaimsSet =>
    Object.entries(scenario.initialClaims?.[token] ?? {}).map(([name, value]) => ({
      name,
      json: JSON.stringify(value),
    }));
  const [accessToken = [], idToken = [], m2mToken = []] = TOKEN_NAMES.map(claimsOf);
  const initialClaims = { accessToken, idToken, m2mToken };
  const options = { nowMs: NOW_MS, timeoutMs: scenario.timeoutMs, grantConsole: false };
  return {
    project: createProject(Object.entries(files).map(([name, text]) => ({ name, text }))),
    options: {
      ...options,
      given: {
        kind: "ok",
        base: initialClaims,
        input: {
          ...options,
          event: scenario.event,
          env: new Map(Object.entries(scenario.env ?? {})),
          fetchMocks: scenario.fetchMocks ?? [],
          initialClaims,
          localization: new Map(Object.entries(scenario.localization ?? {})),
          cache: new Map(Object.entries(scenario.cache ?? {})),
        },
      },
    },
  };
}
