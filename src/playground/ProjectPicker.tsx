/** The example picker with the examples there are, by group, and the own work that was stashed; and the way to all of it. */
import { useMemo, useState } from "react";
import type { History } from "../store/history.ts";
import { nameOfWork } from "../store/name-of-work.ts";
import type { Stash } from "../store/stash.ts";
import { usePlayground } from "../store/use-playground.ts";
import type { PickerGroup } from "../views/header/ExampleList.tsx";
import { ExamplePicker } from "../views/header/ExamplePicker.tsx";
import { asTime } from "../views/own-work/as-time.ts";
import { differencesAmong } from "../views/own-work/first-difference.ts";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { lazyPart } from "../views/parts/lazy-part.tsx";
import { titleOfProject } from "./title-of-project.ts";
import { useExamples } from "./use-examples.ts";
import type { Projects } from "./use-projects.ts";

const WORK_PREFIX = "own-work/";

const WorkDialog = lazyPart(async () => (await import("../views/own-work/WorkDialog.tsx")).default);

type ProjectPickerProps = { readonly projects: Projects; readonly stash: Stash; readonly history: History };

export function ProjectPicker({ projects, stash, history }: ProjectPickerProps) {
  const { stashed, openExample, openWork, restore } = projects;
  const { examples, failure, tryAgain } = useExamples();
  const origin = usePlayground((state) => state.origin);
  const [isOpen, setOpen] = useState(false);
  const own = useMemo((): PickerGroup => {
    const named = stashed.works.map((work) => ({ ...work, title: work.name ?? nameOfWork(work.project) }));
    const differences = differencesAmong(named);
    return {
      label: "Your stashed work",
      items: named.map(({ id, title, stashedAtMs }, at) => ({
        name: `${WORK_PREFIX}${id}`,
        title,
        purpose: [asTime(stashedAtMs), differences[at]].filter((part) => part !== null).join(" · "),
      })),
    };
  }, [stashed]);
  const labels = [...new Set(examples.map((example) => example.group))];
  const groups = labels.map((label) => ({ label, items: examples.filter((example) => example.group === label) }));

  function pick(name: string) {
    const work = stashed.works.find(({ id }) => name === `${WORK_PREFIX}${id}`);
    const example = examples.find((each) => each.name === name);
    if (work) openWork(work);
    else if (example) openExample(example);
  }

  return (
    <>
      <ExamplePicker
        currentName={origin.kind === "example" ? origin.name : null}
        current={titleOfProject(origin, examples)}
        groups={own.items.length > 0 ? [own, ...groups] : groups}
        onPick={pick}
        missing={
          failure === null ? null : { words: `The other examples are missing. ${failure}`, onTryAgain: tryAgain }
        }
        more={{ label: "Stashed work and history…", onPress: () => setOpen(true) }}
      />
      {isOpen && (
        <ErrorBoundary view="dialog">
          <WorkDialog
            stash={stash}
            history={history}
            onOpen={openWork}
            onRestore={restore}
            onClose={() => setOpen(false)}
          />
        </ErrorBoundary>
      )}
    </>
  );
}
