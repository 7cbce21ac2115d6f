/** What the page calls the project that is open. */
import type { ProjectSource } from "../store/playground-store.ts";

export function titleOfProject(
  origin: ProjectSource,
  examples: readonly { readonly name: string; readonly title: string }[],
): string {
  if (origin.kind === "link") return "From a link";
  if (origin.kind === "own") return origin.name ?? "Your work";
  const known = examples.find((example) => example.name === origin.name)?.title;
  if (known !== undefined) return known;
  const words = origin.name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
