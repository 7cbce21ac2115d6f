/** The examples: the default one at once, all of them as soon as they have been fetched. */
import { useEffect, useState } from "react";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import type { Example } from "../examples/example.ts";
import { messageOf } from "../views/our-failure/fail.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { LATE_MS, LATE_WORDS } from "../views/parts/part-or-words.ts";

type Examples = {
  readonly examples: readonly Example[];
  /** Why the others are missing. */
  readonly failure: string | null;
  readonly tryAgain: () => void;
};

export function useExamples(): Examples {
  const [examples, setExamples] = useState<readonly Example[]>([DEFAULT_EXAMPLE]);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads them anew.
  useEffect(() => {
    let isWanted = true;
    const late = setTimeout(() => setFailure(LATE_WORDS), LATE_MS);
    const end = (given: readonly Example[] | null, words: string | null) => {
      if (!isWanted) return;
      clearTimeout(late);
      if (given !== null) setExamples(given);
      setFailure(words);
    };
    loadPart(() => import("../examples/examples.ts")).then(
      ({ EXAMPLES }) => end(EXAMPLES, null),
      (error: unknown) => end(null, messageOf(error)),
    );
    return () => {
      isWanted = false;
      clearTimeout(late);
    };
  }, [attempt]);

  function tryAgain(): void {
    setFailure(null);
    setAttempt(attempt + 1);
  }
  return { examples, failure, tryAgain };
}
