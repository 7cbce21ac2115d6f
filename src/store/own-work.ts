/** Own work that was put aside when something else was opened, so that one click brings it back, also after a reload. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";
import { projectOf } from "./project-of-json.ts";
import { OWN_WORK_KEY, writeKept } from "./write-kept.ts";

export type OwnWork = {
  readonly project: Project;
  /** When it was put aside, in milliseconds since the epoch. */
  readonly asideAtMs: number;
};

const MOST_KEPT = 6;

/** Newest first; a project that is already there moves to the front. */
export function putAside(works: readonly OwnWork[], project: Project, nowMs: number): readonly OwnWork[] {
  const text = JSON.stringify(project);
  const others = works.filter((work) => JSON.stringify(work.project) !== text);
  return [{ project, asideAtMs: nowMs }, ...others].slice(0, MOST_KEPT);
}

/** What was put aside in earlier visits. */
export function readOwnWork(storage: Storage | null): readonly OwnWork[] {
  try {
    const text = storage?.getItem(OWN_WORK_KEY);
    const json: Json = text ? parseJson(text) : null;
    if (!Array.isArray(json)) return [];
    return json.flatMap((item: Json) => {
      if (!isJsonObject(item)) return [];
      const { asideAtMs } = item;
      const project = projectOf(item["project"]);
      return project !== null && typeof asideAtMs === "number" ? [{ project, asideAtMs }] : [];
    });
  } catch {
    return [];
  }
}

/** Keeps the list, without secrets and pasted tokens. @returns whether it is kept. */
export function writeOwnWork(storage: Storage | null, works: readonly OwnWork[]): boolean {
  const kept = works.map((work) => ({ ...work, project: withoutSecrets(work.project) }));
  return writeKept(storage, OWN_WORK_KEY, kept);
}

/** A name to know it by: the workflow's id where the source has one, else the entry file's name. */
export function nameOfWork(project: Project): string {
  for (const { text } of project.files) {
    const id = /\bid:\s*["'`]([^"'`\n]{1,60})["'`]/.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return project.files[0]?.name ?? "Workflow.ts";
}
