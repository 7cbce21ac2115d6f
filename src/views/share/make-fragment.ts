/** The fragment of a link to a project, or why there can be none. */
import { encodeProject, LinkTooLargeError, withParameters } from "../../share/link.ts";
import type { LinkParameters } from "../../share/link-parameters.ts";
import type { Project } from "../../workflow/project.ts";

export type MadeFragment =
  /** Without its `#`. */
  { readonly kind: "made"; readonly fragment: string } | { readonly kind: "too-large"; readonly message: string };

/** The one that was compressed last: what is asked of it next differs in its parameters alone. */
let last: { readonly project: Project; readonly head: string } | null = null;

export function makeFragment(project: Project, parameters: LinkParameters): MadeFragment {
  try {
    if (last?.project !== project) last = { project, head: encodeProject(project) };
    return { kind: "made", fragment: withParameters(last.head, parameters) };
  } catch (error) {
    if (error instanceof LinkTooLargeError) return { kind: "too-large", message: error.message };
    throw error;
  }
}
