/** Tells when something has stood still for a while, so that what is loud can wait until the typing has stopped. */
import { useEffect, useState } from "react";

/** True at first; false from each change of `value` until it has stayed the same for `quietMs`. */
export function useQuiet(value: unknown, quietMs: number): boolean {
  const [quietValue, setQuietValue] = useState({ value });
  useEffect(() => {
    const timer = setTimeout(() => setQuietValue({ value }), quietMs);
    return () => clearTimeout(timer);
  }, [value, quietMs]);
  return Object.is(quietValue.value, value);
}
