/** Where saved work comes from: an example that is as it came, or the person; without any, the example that a newcomer sees. */
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import type { SavedWork } from "../store/saved-work.ts";
import type { ProjectSource } from "../store/playground-store.ts";

export function sourceOfSavedWork(kept: Pick<SavedWork, "example" | "name"> | null): ProjectSource {
  const { example, name } = kept ?? { example: DEFAULT_EXAMPLE.name, name: null };
  return example === null ? { kind: "own", ...(name ? { name } : {}) } : { kind: "example", name: example };
}
