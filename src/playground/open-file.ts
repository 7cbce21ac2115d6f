/** Reads a file that a person dropped or chose: the zip of a repository, or one source file. */
import { partOrWords } from "../views/parts/part-or-words.ts";
import type { Project } from "../workflow/project.ts";

export type OpenedFile =
  /** `note`: what of the file is not on the page, in plain words. */
  | {
      readonly kind: "project";
      readonly project: Project;
      readonly note: string | null;
      /** The other workflows of a repository. */
      readonly others: readonly OtherWorkflow[];
    }
  | { readonly kind: "broken"; readonly message: string };

export type OtherWorkflow = { readonly name: string; readonly read: () => Promise<OpenedFile> };

/**
 * Never throws: what cannot be read is told.
 * @param workflow which one of a repository; the first without it.
 */
export async function readFile(file: File, workflow?: string): Promise<OpenedFile> {
  const part = await partOrWords(() => import("../share/kinde-repository.ts"));
  if (typeof part === "string") return { kind: "broken", message: `${file.name} was not opened. ${part}` };
  const { fromFile, fromZip, ZIP_LIMIT_BYTES } = part;
  try {
    if (file.size > ZIP_LIMIT_BYTES)
      return { kind: "broken", message: `${file.name} is larger than 10 MB, more than can be opened here.` };
    const read = /\.zip$/i.test(file.name)
      ? fromZip(new Uint8Array(await file.arrayBuffer()), workflow)
      : fromFile(file.name, await file.text());
    if (read.kind === "broken") return read;
    const { project, missingSecrets, otherWorkflows } = read;
    const others = otherWorkflows.map((name) => ({ name, read: () => readFile(file, name) }));
    const notes = [
      ...read.notes,
      ...(missingSecrets.length > 0 ? [`Not in the file: the values of ${missingSecrets.join(", ")}.`] : []),
      ...(otherWorkflows.length > 0
        ? [
            `${read.name} was opened. The file holds ${otherWorkflows.length === 1 ? "another workflow" : `${otherWorkflows.length} other workflows`}:`,
          ]
        : []),
    ];
    return { kind: "project", project, note: notes.length > 0 ? notes.join(" ") : null, others };
  } catch {
    return {
      kind: "broken",
      message: `${file.name} could not be read. Check that it is a zip or a source file, and try again.`,
    };
  }
}
