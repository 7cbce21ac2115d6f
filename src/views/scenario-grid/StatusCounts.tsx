/** How many scenarios hold, fail and are not checked. */
import { countStatuses, type JudgedScenario } from "./judged-scenarios.ts";
import { type JudgedStatus, STATUS_LOOKS } from "./status-looks.ts";

/** Those that are always told; the others where there are some. */
const ALWAYS: readonly JudgedStatus[] = ["holds", "fails", "unchecked"];

export function StatusCounts({ judged }: { readonly judged: readonly JudgedScenario[] }) {
  const counts = countStatuses(judged);
  const told = Object.entries(counts) as [JudgedStatus, number][];
  return (
    <p className="scenario-grid__counts" role="status">
      {told
        .filter(([status, count]) => count > 0 || ALWAYS.includes(status))
        .map(([status, count]) => {
          const { sign, tone } = STATUS_LOOKS[status];
          return (
            <span key={status} className="scenario-grid__count">
              <span className={`grid__status grid__status--${count > 0 ? tone : "quiet"}`} aria-hidden="true">
                {sign}
              </span>{" "}
              {count} {wordFor(status, count)}
            </span>
          );
        })}
    </p>
  );
}

function wordFor(status: JudgedStatus, count: number): string {
  switch (status) {
    case "holds":
      return count === 1 ? "holds" : "hold";
    case "fails":
      return count === 1 ? "fails" : "fail";
    case "unchecked":
      return "not checked";
    case "unreadable":
      return "with a mistake in what is expected";
    case "waiting":
      return "not run yet";
    case "unknown":
      return "could not be run";
  }
}
