/** Adds what a run lacked to the scenario, opens its tab and puts the cursor where a person fills it in. */
import { activeScenario } from "../../store/active-scenario.ts";
import type { PlaygroundStore } from "../../store/playground-store.ts";
import type { Gap } from "../../workflow/gap.ts";
import type { FetchMockDraft } from "../../workflow/scenario.ts";
import { REDACTED } from "../../workflow/redact-secrets.ts";
import type { Request } from "../../workflow/request.ts";

/** A mock that would answer the request, for a person to fill in. What a secret was in the address may be anything. */
function mockFor({ method, url }: Request): FetchMockDraft {
  return { method, url: url.replaceAll(REDACTED, "{secret}"), status: 200, answer: "json", body: "{}", latencyMs: 0 };
}

export function addMissing(store: PlaygroundStore, gap: Gap): void {
  const { setMocks, setEnv, setView } = store.getState();
  const scenario = activeScenario(store.getState());
  if (gap.kind === "mock") {
    setMocks([...scenario.mocks, mockFor(gap)]);
    setView({ scenarioTab: "mocks", narrowTab: "scenario" });
    focusLast(".mock__body textarea");
    return;
  }
  const at = scenario.env.findIndex(({ name }) => name === gap.name);
  if (at < 0) setEnv([...scenario.env, { name: gap.name, value: "", isSecret: false }]);
  setView({ scenarioTab: "environment", narrowTab: "scenario" });
  focusLast(".variable__value input", at < 0 ? undefined : at);
}

/** Once the row is drawn: the last one is always drawn. */
function focusLast(selector: string, at?: number): void {
  setTimeout(() => {
    const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(selector);
    const field = fields[at ?? fields.length - 1];
    field?.focus();
    field?.scrollIntoView({ block: "nearest" });
    if (field?.tagName === "TEXTAREA") field.select();
  });
}
