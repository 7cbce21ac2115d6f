/** What the workflow logged, line by line, with level and place. */
import type { Effect } from "../../../workflow/execution.ts";
import { PositionLink } from "../PositionLink.tsx";
import { GuestText } from "./GuestText.tsx";
import { MoreRows, useMoreRows } from "./MoreRows.tsx";

type Log = Extract<Effect, { kind: "log" }>;

export function ConsoleList({ logs }: { readonly logs: readonly Log[] }) {
  const { limit, more } = useMoreRows(logs.length);
  if (logs.length === 0) {
    return <p className="run__nothing">Nothing was logged. Lines written with console.log appear here.</p>;
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets.
    <ul className="run-list" role="list" aria-label="Console">
      {logs.slice(0, limit).map((log, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their order.
        <li key={index} className={`console-line console-line--${log.level}`}>
          <span className="console-line__level">{log.level}</span>
          <span className="console-line__args">
            {log.args.map((value, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have arguments.
              <GuestText key={at} value={value} isBare />
            ))}
          </span>
          {log.position && <PositionLink position={log.position} isShort />}
        </li>
      ))}
      <MoreRows total={logs.length} limit={limit} onMore={more} />
    </ul>
  );
}
