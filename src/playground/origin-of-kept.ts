/** Where kept work comes from: an example that is as it came, or the person; without any, the example that a newcomer sees. */
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import type { Kept } from "../store/persistence.ts";
import type { Origin } from "../store/playground-store.ts";

export function originOf(kept: Pick<Kept, "example" | "name"> | null): Origin {
  const { example, name } = kept ?? { example: DEFAULT_EXAMPLE.name, name: null };
  return example === null ? { kind: "own", ...(name ? { name } : {}) } : { kind: "example", name: example };
}
