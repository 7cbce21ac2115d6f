/** Whether the author of an embed lit a line, by its number as it is shown. */
import type { EmbedSettings } from "./embed-settings.ts";

export function isHighlighted({ highlighted }: Pick<EmbedSettings, "highlighted">, number: number): boolean {
  return highlighted.some(({ first, last }) => number >= first && number <= last);
}
