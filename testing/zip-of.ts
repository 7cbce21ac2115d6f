/** A zip file of texts, by their paths. */
import { zipSync } from "fflate";

export function zipOf(files: { readonly [path: string]: string }): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])));
}
