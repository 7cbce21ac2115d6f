/** Runs one vector through the steps the app's worker runs: transpile, discover, execute. */
import { diagnose } from "../diagnose/diagnose.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { createLocator } from "../transpile/locate.ts";
import { type Transpilation, transpile } from "../transpile/transpile.ts";
import type { ClaimsSet } from "../workflow/claim.ts";
import type { Outcome } from "../workflow/execution.ts";
import type { SourceFile } from "../workflow/project.ts";
import type { Scenario } from "../workflow/scenario.ts";
import { parseSettings } from "../workflow/settings.ts";
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";
import type { Observed } from "./observed.ts";
import type { Vector } from "./vector.ts";

/** The guest's clock in every vector; the recordings never depend on it. */
const NOW_MS = Date.UTC(2026, 0, 15, 12);

export type Bundle = (files: readonly SourceFile[], entry: string) => Promise<Transpilation>;

export async function runVector(
  vector: Pick<Vector, "files" | "entry" | "scenario">,
  sandbox: Sandbox,
  bundle: Bundle,
): Promise<Observed> {
  const files = Object.entries(vector.files).map(([name, text]) => ({ name, text }));
  const first = transpile(files, vector.entry);
  const transpilation = first.kind === "needs-bundler" ? await bundle(files, vector.entry) : first;
  if (transpilation.kind === "needs-bundler")
    throw new Error(`The bundler asks for itself: ${transpilation.construct}`);
  if (transpilation.kind === "refused") {
    const { phase, error, diagnostics } = transpilation;
    return { phase, outcome: { kind: "failed", phase, error }, effects: [], diagnostics };
  }
  const { program } = transpilation;
  const locate = createLocator(program);
  const { timeoutMs } = vector.scenario;
  const discovery = await sandbox.discover(program, { nowMs: NOW_MS, timeoutMs, locate });
  const settings = parseSettings(discovery.settings);
  const execution = discovery.failure
    ? { outcome: discovery.failure as Outcome, effects: [] }
    : await sandbox.execute(program, discovery.settings, scenarioOf(vector.scenario), { locate });
  const { outcome, effects } = execution;
  const { diagnostics } = diagnose({
    files,
    settings,
    trigger: settings.trigger ?? "user:tokens_generation",
    effects,
    outcome,
  });
  return {
    phase: discovery.failure ? "introspect" : "execute",
    outcome,
    effects,
    diagnostics: [...transpilation.diagnostics, ...diagnostics],
  };
}

function scenarioOf(recorded: Vector["scenario"]): Scenario {
  const claimsOf = (token: TokenName): ClaimsSet =>
    Object.entries(recorded.initialClaims?.[token] ?? {}).map(([name, value]) => ({
      name,
      json: JSON.stringify(value),
    }));
  const [accessToken, idToken, m2mToken] = TOKEN_NAMES.map(claimsOf);
  return {
    event: recorded.event,
    env: new Map(Object.entries(recorded.env ?? {})),
    fetchMocks: recorded.fetchMocks ?? [],
    initialClaims: { accessToken: accessToken ?? [], idToken: idToken ?? [], m2mToken: m2mToken ?? [] },
    localization: new Map(Object.entries(recorded.localization ?? {})),
    cache: new Map(Object.entries(recorded.cache ?? {})),
    nowMs: NOW_MS,
    timeoutMs: recorded.timeoutMs,
    grantConsole: false,
  };
}
