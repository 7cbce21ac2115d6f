/** How the offer of another run looks. */
import { Button } from "../../parts/Button.tsx";

export function RunAgainMarkup({ onRun }: { readonly onRun?: () => void }) {
  return (
    <p>
      <Button onClick={onRun}>Run again</Button>
    </p>
  );
}
