/** Tells an embed's author what is wrong with its attributes: on the console, and on the author's own machine in the example itself. */
import { attributeMistakes } from "./attribute-mistakes.ts";
import type { EmbedSettings } from "./embed-settings.ts";

/** @returns what the example shall say; readers of a published page see nothing. */
export function logMistakes({ attributes, mistakes, hostOrigin }: EmbedSettings): readonly string[] {
  const all = [...mistakes, ...attributeMistakes(attributes)];
  for (const mistake of all) console.warn(mistake);
  return isDevelopmentHost(hostOrigin) ? all : [];
}

function isDevelopmentHost(origin: string | null): boolean {
  return (
    origin !== null &&
    /^(?:localhost|127\.0\.0\.1|\[::1\]|.+\.(?:localhost|local|test))$/.test(new URL(origin).hostname)
  );
}
