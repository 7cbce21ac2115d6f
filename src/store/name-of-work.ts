/** What a person knows a piece of work by. */
import type { Project } from "../workflow/project.ts";

/** The workflow's id where the source has one, else the first file's name. */
export function nameOfWork(project: Project): string {
  for (const { text } of project.files) {
    const id = /\bid:\s*["'`]([^"'`\n]{1,60})["'`]/.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return project.files[0]?.name ?? "Workflow.ts";
}
