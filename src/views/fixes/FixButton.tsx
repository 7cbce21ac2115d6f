/** A button that makes a fix and says what it writes. */
import { Button } from "../parts/Button.tsx";
import type { OfferedFix } from "./use-fixes.ts";
import "./fix.css";

export function FixButton({ fix }: { readonly fix: OfferedFix | null }) {
  return (
    fix && (
      <Button className="fix" onClick={fix.apply}>
        {fix.title}
      </Button>
    )
  );
}
