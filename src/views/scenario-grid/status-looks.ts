/** How a scenario stands, and how that is shown. */

/**
 * `unchecked`: nothing is expected. `unreadable`: what is expected has a mistake. `waiting`: there is no run yet.
 * `unknown`: the playground could not run it.
 */
export type JudgedStatus = "holds" | "fails" | "unchecked" | "unreadable" | "waiting" | "unknown";

type StatusLook = { readonly sign: string; readonly word: string; readonly tone: "good" | "bad" | "quiet" };

export const STATUS_LOOKS: { readonly [S in JudgedStatus]: StatusLook } = {
  holds: { sign: "●", word: "holds", tone: "good" },
  fails: { sign: "▲", word: "fails", tone: "bad" },
  unchecked: { sign: "○", word: "not checked", tone: "quiet" },
  unreadable: { sign: "▲", word: "what is expected has a mistake", tone: "bad" },
  waiting: { sign: "…", word: "has not run yet", tone: "quiet" },
  unknown: { sign: "?", word: "could not be run", tone: "bad" },
};
