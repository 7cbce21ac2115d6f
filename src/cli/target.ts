/** What a command is to work on: a folder, one workflow's file, or a share link. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { decodeLink } from "../share/link.ts";
import type { Project } from "../workflow/project.ts";
import { type Folder, openFolder } from "./folder.ts";

export type Target =
  | { readonly kind: "folder"; readonly folder: Folder /** Only this file's workflow. */; readonly only: string | null }
  | { readonly kind: "link"; readonly project: Project };

/** Thrown for what cannot be worked on; the message is a sentence. */
export class TargetError extends Error {
  override readonly name = "TargetError";
  readonly code = "target";
}

/** @throws TargetError */
export function openTarget(written: string, from: string): Target {
  const fragment = /#(wf\d.*)$/s.exec(written)?.[1] ?? (/^wf\d+\./.test(written) ? written : undefined);
  if (fragment !== undefined) {
    const link = decodeLink(fragment);
    if (link.kind === "project") return { kind: "link", project: link.shared.project };
    throw new TargetError(link.kind === "broken" ? link.message : "The link holds no project.");
  }
  const path = resolve(from, written);
  if (!existsSync(path)) throw new TargetError(`There is no ${written}. Name a folder, a Workflow.ts or a share link.`);
  if (statSync(path).isDirectory()) return { kind: "folder", folder: openFolder(path), only: null };
  const file = realpathSync(path);
  const root = repositoryOf(file, realpathSync(from));
  return { kind: "folder", folder: openFolder(root), only: relative(root, file).split(sep).join("/") };
}

/** The nearest folder above with a kinde.json, but none above the one the command was called in; else the file's own. */
function repositoryOf(file: string, from: string): string {
  for (let folder = dirname(file); folder.startsWith(from); folder = dirname(folder)) {
    if (existsSync(join(folder, "kinde.json"))) return folder;
    if (folder === dirname(folder)) break;
  }
  return dirname(file);
}
