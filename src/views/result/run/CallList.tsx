/** The calls the workflow made to the host, in order, each with its arguments and its answer. */
import { VisibleText } from "../../parts/VisibleText.tsx";
import { PositionLink } from "../PositionLink.tsx";
import { CallAnswer } from "./CallAnswer.tsx";
import { requestOf } from "../../../workflow/request.ts";
import { type Call, secureBodyOf } from "./call-text.ts";
import { GuestText } from "./GuestText.tsx";
import { MoreRows, useMoreRows } from "./MoreRows.tsx";
import { SecureWire } from "./SecureWire.tsx";

export function CallList({ calls }: { readonly calls: readonly Call[] }) {
  const { limit, more } = useMoreRows(calls.length);
  if (calls.length === 0) {
    return (
      <p className="run__nothing">
        The workflow called nothing of the host besides its claims: no fetch, no environment variable, no denial.
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets.
    <ol className="run-list" role="list" aria-label="Host calls">
      {calls.slice(0, limit).map((call, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls have no identity but their order.
        <CallRow key={index} call={call} />
      ))}
      <MoreRows total={calls.length} limit={limit} onMore={more} />
    </ol>
  );
}

function CallRow({ call }: { readonly call: Call }) {
  const request = requestOf(call);
  const secureBody = secureBodyOf(call);
  const shownArgs = request ? call.args.slice(1) : call.args;
  return (
    <li className="call">
      <span className="call__head">
        <code className="call__fn">{call.fn}</code>
        {request && (
          <code className="call__url">
            <VisibleText text={`${request.method} ${request.url}`.slice(0, 2_000)} />
          </code>
        )}
        {call.position && <PositionLink position={call.position} isShort />}
      </span>
      {shownArgs.length > 0 && (
        <span className="call__part">
          <span className="call__label">{request ? "options" : "with"}</span>
          <span className="call__values">
            {shownArgs.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: arguments have no identity but their order.
              <GuestText key={index} value={value} />
            ))}
          </span>
        </span>
      )}
      {secureBody !== null && <SecureWire body={secureBody} />}
      <CallAnswer call={call} request={request} />
    </li>
  );
}
