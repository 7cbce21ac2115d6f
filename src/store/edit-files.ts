/** Adding, renaming and deleting files: each a pure function from one project to the next, and a command to a store. */
import { entryFile, type Project, type SourceFile, SOURCE_ENDINGS } from "../workflow/project.ts";
import type { PlaygroundStore } from "./playground-store.ts";

/** A file operation either gives the next project or says in a sentence why it cannot be done. */
type FileEdit =
  | { readonly kind: "ok"; readonly project: Project }
  | { readonly kind: "refused"; readonly message: string };

export type FileCommandResult = { readonly kind: "ok" } | { readonly kind: "refused"; readonly message: string };

/** Loaded with the views that ask for them: the first result needs none. */
export function fileCommands(store: PlaygroundStore) {
  function change(result: FileEdit, activeFile: (project: Project) => string): FileCommandResult {
    if (result.kind === "refused") return result;
    store.getState().setFiles(result.project.files, activeFile(result.project));
    return { kind: "ok" };
  }

  return {
    addFile: (name: string, text?: string) => change(addFile(store.getState().project, name, text), () => name),
    /** A deleted file comes back to its place, unless another one has its name by now. */
    putBack(file: SourceFile, at: number) {
      const { files } = store.getState().project;
      if (files.some(({ name }) => name === file.name)) return;
      store.getState().setFiles([...files.slice(0, at), file, ...files.slice(at)], file.name);
    },
    renameFile(from: string, to: string) {
      const { project, activeFile } = store.getState();
      return change(renameFile(project, from, to), () => (activeFile === from ? to : activeFile));
    },
    deleteFile(name: string) {
      const { project, activeFile } = store.getState();
      return change(deleteFile(project, name), ({ files }) =>
        activeFile === name ? (entryFile(files)?.name ?? "") : activeFile,
      );
    },
  };
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
