/** The fix for what made a run fail, where one is certain. */
import { FixButton } from "../../fixes/FixButton.tsx";
import { useFixes } from "../../fixes/use-fixes.ts";
import type { FixFailureProps } from "../result-parts.ts";

export function FixFailure({ diagnostic }: FixFailureProps) {
  const fixes = useFixes([diagnostic]);
  return <FixButton fix={fixes.one(0)} />;
}
