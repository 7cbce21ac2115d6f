/** What a click on a cell does: its scenario is opened, and the claim it speaks of is shown in the claims list. */
import type { Aspect } from "../../expect/expect-aspect.ts";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { activeScenario } from "../../store/active-scenario.ts";
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { SCENARIO_PARTS } from "../../workflow/scenario.ts";
import { spokenName } from "../result/claims/claim-states.ts";

/** How long the claim may take to be drawn, in milliseconds. */
const LOOKED_FOR_MS = 2_000;
const LIT_MS = 1_500;

export function openCell(store: PlaygroundStore, index: number, { subject, token, name }: Aspect): void {
  scenarioCommands(store).choose(index);
  const { setView } = store.getState();
  if (token !== undefined) setView({ token, resultTab: "claims", narrowTab: "claims" });
  else if (subject === "calls" || subject === "problems") setView({ runTab: subject });
  if (subject === "claim" && name !== undefined) void showClaim(store, name);
}

async function showClaim(store: PlaygroundStore, name: string): Promise<void> {
  const untilMs = performance.now() + LOOKED_FOR_MS;
  const begins = `${spokenName(name)}: `;
  while (performance.now() < untilMs) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!isAnswered(store)) continue;
    const row = [...document.querySelectorAll(".claims-row")].find((one) =>
      one.getAttribute("aria-label")?.startsWith(begins),
    );
    if (row === undefined) continue;
    row.scrollIntoView({ block: "nearest" });
    row.classList.add("claims-row--found");
    setTimeout(() => row.classList.remove("claims-row--found"), LIT_MS);
    return;
  }
}

/** Whether the result on the page is that of the scenario that is open. */
function isAnswered(store: PlaygroundStore): boolean {
  const { answered, run } = store.getState();
  const open = activeScenario(store.getState());
  return run.status !== "running" && SCENARIO_PARTS.every((part) => answered?.scenario[part] === open[part]);
}
