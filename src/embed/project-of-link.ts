/** The project that a share link holds, or why there is none. */
import { decodeLink } from "../share/link.ts";
import type { Project } from "../workflow/project.ts";
import { EmbedSettingsError } from "./embed-settings-error.ts";

/** @throws EmbedSettingsError */
export function projectOfLink(fragment: string): Project {
  const link = decodeLink(fragment);
  if (link.kind === "project") return link.shared.project;
  throw new EmbedSettingsError(link.kind === "broken" ? link.message : "The address of this example holds no project.");
}
