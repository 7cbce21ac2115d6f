/** What the host answered to a call: the value and which mock gave it, or why there was none and how to add one. */
import { usePlaygroundStore } from "../../../store/use-playground.ts";
import type { Request } from "../../../workflow/request.ts";
import { Button } from "../../parts/Button.tsx";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { addMissing } from "../../scenario/add-missing.ts";
import { formatDuration } from "../format.ts";
import { type Call, shownAnswer, statusOf } from "./call-text.ts";
import { GuestText } from "./GuestText.tsx";

const LONGEST_ERROR = 1_000;

export function CallAnswer({ call, request }: { readonly call: Call; readonly request: Request | null }) {
  const { answer } = call;
  if (answer === undefined) return null;
  if ("error" in answer) {
    return (
      <span className={`call__part call__part--${answer.isMissing ? "missing" : "error"}`}>
        <span className="call__label">{answer.isMissing ? "no answer" : "failed"}</span>
        <span className="call__values">
          <VisibleText text={answer.error.slice(0, LONGEST_ERROR)} />
          {answer.mock !== undefined && <span className="call__by">mock {answer.mock + 1}</span>}
          {request && answer.isMissing && <AddMock request={request} />}
        </span>
      </span>
    );
  }
  const status = request ? statusOf(answer.text) : null;
  const by = [
    ...(status === null ? [] : [`status ${status}`]),
    ...(answer.mock === undefined ? [] : [`mock ${answer.mock + 1}`]),
    ...(answer.latencyMs ? [`after ${formatDuration(answer.latencyMs)} (not waited for)`] : []),
  ];
  return (
    <span className="call__part">
      <span className="call__label">answered</span>
      <span className="call__values">
        <GuestText value={shownAnswer(call.fn, answer.text)} />
        {by.length > 0 && <span className="call__by">{by.join(" · ")}</span>}
      </span>
    </span>
  );
}

function AddMock({ request }: { readonly request: Request }) {
  const store = usePlaygroundStore();
  const gap = { kind: "mock", endsRun: true, ...request } as const;
  return <Button onClick={() => addMissing(store, gap)}>Add a mock</Button>;
}
