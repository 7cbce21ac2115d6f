/** Tells when something has stood still for a while, so that what is loud can wait until the typing has stopped. */
import { useEffect, useState } from "react";

/** True at first; false from each change of `value` until it has stayed the same for `quietMs`. */
export function useSettled(value: unknown, settleMs: number): boolean {
  const [settled, setSettled] = useState({ value });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ value }), settleMs);
    return () => clearTimeout(timer);
  }, [value, settleMs]);
  return Object.is(settled.value, value);
}
