/** How many scenarios hold, fail and are not checked; and what can be done with all of them. */
import { DropdownMenu } from "radix-ui";
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { scenarioRunOf } from "../../store/run-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { Button } from "../parts/Button.tsx";
import { CopyButton } from "../parts/CopyButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { MenuContent, MenuItem } from "../parts/Menu.tsx";
import { expectSeen } from "../scenario/expect-seen.ts";
import type { Reset } from "../scenario/reset.ts";
import type { JudgedScenario } from "./judged-scenarios.ts";
import { reportOfRuns } from "./report-of-runs.ts";
import { StatusCounts } from "./StatusCounts.tsx";

type GridSummaryProps = { readonly judged: readonly JudgedScenario[]; readonly reset: Reset };

export function GridSummary({ judged, reset }: GridSummaryProps) {
  const store = usePlaygroundStore();
  return (
    <div className="scenario-grid__bar">
      <StatusCounts judged={judged} />
      <CopyButton label="Copy the report as JSON" text={() => reportNow(store)} />
      <ExpectMenu count={judged.length} reset={reset} />
    </div>
  );
}

function reportNow(store: PlaygroundStore): string {
  const { project } = store.getState();
  return reportOfRuns(project, (index) => {
    const found = scenarioRunOf(store.getState(), project.scenarios[index] ?? project.scenarios[0]);
    return found?.isFresh && found.run.answer.kind === "result" ? found.run.answer.result : null;
  });
}

function ExpectMenu({ count, reset }: { readonly count: number; readonly reset: Reset }) {
  const store = usePlaygroundStore();
  const open = usePlayground(({ scenarioIndex }) => scenarioIndex);
  const name = usePlayground(({ project, scenarioIndex }) => project.scenarios[scenarioIndex]?.name ?? "");
  if (count === 1) return <Button onClick={() => expectSeen(store, [open], reset)}>Expect what I see</Button>;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button>
          Expect what I see <Icon name="chevron-down" />
        </Button>
      </DropdownMenu.Trigger>
      <MenuContent>
        <MenuItem
          onSelect={() =>
            expectSeen(
              store,
              store.getState().project.scenarios.map((_, index) => index),
              reset,
            )
          }
        >
          Of all {count} scenarios
        </MenuItem>
        <MenuItem onSelect={() => expectSeen(store, [open], reset)}>Of {toVisibleText(name)} alone</MenuItem>
      </MenuContent>
    </DropdownMenu.Root>
  );
}
