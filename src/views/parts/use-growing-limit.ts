/** How many rows of a long list are drawn: a first batch, then more as its end comes into view. */
import { useCallback, useEffect, useRef, useState } from "react";

const BATCH = 100;

export function useGrowingLimit(length: number, batch = BATCH) {
  const [limit, setLimit] = useState(batch);
  const endRef = useRef<HTMLButtonElement>(null);
  const grow = useCallback(() => setLimit((limit) => limit + batch), [batch]);
  const hasMore = limit < length;

  // A new observer after each batch: one that is already in view would not report again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `limit` is the reason to look again.
  useEffect(() => {
    const end = endRef.current;
    if (!hasMore || end === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) grow();
    });
    observer.observe(end);
    return () => observer.disconnect();
  }, [hasMore, limit, grow]);

  return { limit, endRef, grow };
}
