/** The fragment of a link to a project, or why there can be none. */
import { encodeLink, LinkTooLargeError } from "../../share/link.ts";
import type { LinkParameters } from "../../share/link-parameters.ts";
import type { Project } from "../../workflow/project.ts";

export type MadeFragment =
  /** Without its `#`. */
  { readonly kind: "made"; readonly fragment: string } | { readonly kind: "too-large"; readonly message: string };

export function makeFragment(project: Project, parameters: LinkParameters): MadeFragment {
  try {
    return { kind: "made", fragment: encodeLink({ project, ...parameters }) };
  } catch (error) {
    if (error instanceof LinkTooLargeError) return { kind: "too-large", message: error.message };
    throw error;
  }
}
