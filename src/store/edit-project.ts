/** Changes to a project, each a pure function from one project to the next. */
import type { Project, SourceFile } from "../workflow/project.ts";
import type { EnvironmentDraft, FetchMockDraft } from "../workflow/scenario.ts";
import { entryFile, SOURCE_ENDINGS } from "../workflow/project.ts";
import type { TokenName } from "../workflow/token.ts";
import type { Trigger } from "../workflow/trigger.ts";

/** A file operation either gives the next project or says in a sentence why it cannot be done. */
export type FileEdit =
  | { readonly kind: "ok"; readonly project: Project }
  | { readonly kind: "refused"; readonly message: string };

/** Replaces the text of a file that exists; other projects come back as they are. */
export function withFileText(project: Project, name: string, text: string): Project {
  if (project.files.every((file) => file.name !== name || file.text === text)) return project;
  return { ...project, files: project.files.map((file) => (file.name === name ? { name, text } : file)) };
}

function complaintAbout(files: readonly SourceFile[], name: string): string | null {
  if (!/^(?:[\w.-]+\/)*[\w.-]+$/.test(name) || name.includes("..")) {
    return `“${name}” cannot be a file name: use letters, digits, dots, dashes and underscores.`;
  }
  if (name !== "tsconfig.json" && !name.endsWith(".json") && !SOURCE_ENDINGS.some((ending) => name.endsWith(ending))) {
    return `“${name}” needs one of the endings ${SOURCE_ENDINGS.join(", ")} or .json.`;
  }
  if (files.some((file) => file.name === name)) return `There is already a file named ${name}.`;
  return null;
}

export function addFile(project: Project, name: string, text = ""): FileEdit {
  const message = complaintAbout(project.files, name);
  if (message !== null) return { kind: "refused", message };
  return { kind: "ok", project: { ...project, files: [...project.files, { name, text }] } };
}

export function renameFile(project: Project, from: string, to: string): FileEdit {
  if (from === to) return { kind: "ok", project };
  const message = complaintAbout(project.files, to);
  if (message !== null) return { kind: "refused", message };
  const files = project.files.map((file) => (file.name === from ? { ...file, name: to } : file));
  if (entryFile(files) === null) {
    return {
      kind: "refused",
      message: "One file’s name must end in Workflow, such as Workflow.ts: Kinde finds a workflow by it.",
    };
  }
  return { kind: "ok", project: { ...project, files } };
}

export function deleteFile(project: Project, name: string): FileEdit {
  const files = project.files.filter((file) => file.name !== name);
  if (entryFile(files) === null) {
    return {
      kind: "refused",
      message: `${name} is the workflow itself and cannot be deleted. Add another file whose name ends in Workflow first.`,
    };
  }
  return { kind: "ok", project: { ...project, files } };
}

/** `imported` marks a token made from a pasted JWT. Pass null to go back to the seed. */
export function withToken(project: Project, token: TokenName, text: string | null, imported: boolean): Project {
  const { [token]: _, ...others } = project.tokens;
  return { ...project, tokens: text === null ? others : { ...others, [token]: { text, imported } } };
}

/** Pass null to go back to the trigger's seed. */
export function withEvent(project: Project, trigger: Trigger, text: string | null): Project {
  const { [trigger]: _, ...others } = project.events;
  return { ...project, events: text === null ? others : { ...others, [trigger]: text } };
}

export function withEnv(project: Project, env: readonly EnvironmentDraft[]): Project {
  return { ...project, env };
}

export function withMocks(project: Project, mocks: readonly FetchMockDraft[]): Project {
  return { ...project, mocks };
}
