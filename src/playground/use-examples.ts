/** The examples: the default one at once, all of them as soon as they have been fetched. */
import { useEffect, useState } from "react";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import { loadPart } from "../views/parts/load-part.ts";
import type { Example } from "../examples/example.ts";

export function useExamples(): readonly Example[] {
  const [examples, setExamples] = useState<readonly Example[]>([DEFAULT_EXAMPLE]);
  useEffect(() => {
    let isWanted = true;
    loadPart(() => import("../examples/examples.ts")).then(
      ({ EXAMPLES }) => {
        if (isWanted) setExamples(EXAMPLES);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return examples;
}
