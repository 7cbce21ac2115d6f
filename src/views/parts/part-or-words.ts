/** A part for what a person just asked for: where it fails, or neither comes nor fails, there are words instead. */
import { messageOf } from "../our-failure/fail.ts";
import { loadPart } from "./load-part.ts";

/** In milliseconds. */
export const LATE_MS = 8_000;
export const LATE_WORDS =
  "A file of the playground has not arrived yet. Check the connection, or reload the page; your work is kept.";

export function partOrWords<Part extends object>(load: () => Promise<Part>): Promise<Part | string> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, LATE_MS, LATE_WORDS));
  return Promise.race([late, loadPart(load).catch(messageOf)]);
}
