/** How many scenarios hold, fail and are not checked; and what can be done with all of them. */
import { DropdownMenu } from "radix-ui";
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { scenarioRunOf } from "../../store/run-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { Button } from "../parts/Button.tsx";
import { CopyButton } from "../parts/CopyButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { expectSeen } from "../scenario/expect-seen.ts";
import type { Reset } from "../scenario/reset.ts";
import { countStatuses, type JudgedScenario, STATUS_LOOKS, type JudgedStatus } from "./judged-scenarios.ts";
import { reportOfRuns } from "./report-of-runs.ts";

type GridSummaryProps = { readonly judged: readonly JudgedScenario[]; readonly reset: Reset };

export function GridSummary({ judged, reset }: GridSummaryProps) {
  const store = usePlaygroundStore();
  return (
    <div className="scenario-grid__bar">
      <p className="scenario-grid__counts" role="status">
        <Counts judged={judged} />
      </p>
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

/** Those that are always told; the others where there are some. */
const ALWAYS: readonly JudgedStatus[] = ["holds", "fails", "unchecked"];

function Counts({ judged }: { readonly judged: readonly JudgedScenario[] }) {
  const counts = countStatuses(judged);
  const told = Object.entries(counts) as [JudgedStatus, number][];
  return told
    .filter(([status, count]) => count > 0 || ALWAYS.includes(status))
    .map(([status, count]) => {
      const { sign, tone } = STATUS_LOOKS[status];
      return (
        <span key={status} className="scenario-grid__count">
          <span className={`grid__status grid__status--${count > 0 ? tone : "quiet"}`} aria-hidden="true">
            {sign}
          </span>{" "}
          {count} {wordFor(status, count)}
        </span>
      );
    });
}

function wordFor(status: JudgedStatus, count: number): string {
  switch (status) {
    case "holds":
      return count === 1 ? "holds" : "hold";
    case "fails":
      return count === 1 ? "fails" : "fail";
    case "unchecked":
      return "not checked";
    case "unreadable":
      return "with a mistake in what is expected";
    case "waiting":
      return "not run yet";
    case "unknown":
      return "could not be run";
  }
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
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Item
            className="menu__item"
            onSelect={() =>
              expectSeen(
                store,
                store.getState().project.scenarios.map((_, index) => index),
                reset,
              )
            }
          >
            Of all {count} scenarios
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu__item" onSelect={() => expectSeen(store, [open], reset)}>
            Of {toVisibleText(name)} alone
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
