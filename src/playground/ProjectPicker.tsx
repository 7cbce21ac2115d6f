/** The example picker with the examples there are, by group, and the own work that was put aside. */
import { nameOfWork } from "../store/own-work.ts";
import { usePlayground } from "../store/use-playground.ts";
import { ExamplePicker, type PickerGroup } from "../views/header/ExamplePicker.tsx";
import { titleOfProject } from "./title-of-project.ts";
import { useExamples } from "./use-examples.ts";
import type { Projects } from "./use-projects.ts";

const WORK_PREFIX = "own-work/";
const TIME = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

export function ProjectPicker({ projects }: { readonly projects: Projects }) {
  const { works, openExample, openWork } = projects;
  const examples = useExamples();
  const origin = usePlayground((state) => state.origin);
  const own: PickerGroup = {
    label: "Your work, put aside",
    items: works.map((work) => ({
      name: `${WORK_PREFIX}${work.asideAtMs}`,
      title: nameOfWork(work.project),
      purpose: `Put aside ${TIME.format(work.asideAtMs)}`,
    })),
  };
  const labels = [...new Set(examples.map((example) => example.group))];
  const groups = labels.map((label) => ({ label, items: examples.filter((example) => example.group === label) }));

  function pick(name: string) {
    const work = works.find((each) => name === `${WORK_PREFIX}${each.asideAtMs}`);
    const example = examples.find((each) => each.name === name);
    if (work) openWork(work);
    else if (example) openExample(example);
  }

  return (
    <ExamplePicker
      currentName={origin.kind === "example" ? origin.name : null}
      current={titleOfProject(origin, examples)}
      groups={works.length > 0 ? [own, ...groups] : groups}
      onPick={pick}
    />
  );
}
