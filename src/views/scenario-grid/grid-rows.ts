/** The rows of the grid: what each scenario did to each claim, and whether that was expected. Pure. */
import { issuedBytes, stateOf } from "../../expect/claim-check.ts";
import type { Check } from "../../expect/check.ts";
import type { Aspect } from "../../expect/one-thing.ts";
import { reachedBy } from "../../expect/verdict.ts";
import type { ClaimChange } from "../../workflow/claim.ts";
import type { Position } from "../../workflow/position.ts";
import type { RunResult, TokenResult } from "../../workflow/run-result.ts";
import { TOKEN_NAMES, TOKENS, type TokenName } from "../../workflow/token.ts";
import { foldText } from "../parts/fold-text.ts";
import { CLAIM_STATES, spokenName, type StateRow } from "../result/claims/claim-states.ts";
import { formatBytes } from "../result/format.ts";
import type { JudgedScenario } from "./judged-scenarios.ts";

export type GridCell = {
  readonly sign: string;
  /** The value beside the sign, or a word; may be "". */
  readonly text: string;
  /** All of it for who hears it. */
  readonly spoken: string;
  readonly tone: StateRow["tone"];
  /** Null where nothing is expected. */
  readonly verdict: "holds" | "fails" | null;
  /** Failing ones first. */
  readonly checks: readonly Check[];
  /** Where the claim was written. */
  readonly position: Position | null;
};

export type GridRow = {
  readonly key: string;
  readonly aspect: Aspect;
  readonly label: string;
  /** Of which token, where it is not the first. */
  readonly token: string | null;
  /** In the order of the scenarios; null where there is no run to speak of. */
  readonly cells: readonly (GridCell | null)[];
};

const LONGEST_VALUE = 28;
const SUBJECTS = ["message", "fields", "mfa", "calls", "problems"] as const;
const SUBJECT_LABELS: { readonly [S in (typeof SUBJECTS)[number]]: string } = {
  message: "message",
  fields: "form fields",
  mfa: "MFA policy",
  calls: "requests",
  problems: "problems",
};

/** The outcome, then what fails somewhere, then the rest. */
export function gridRows(judged: readonly JudgedScenario[]): readonly GridRow[] {
  const carried = TOKEN_NAMES.filter((name) =>
    judged.some(({ result, checks }) => tokenOf(result, name) || checks.some(({ token }) => token === name)),
  );
  const rows = [
    ...SUBJECTS.filter((subject) => judged.some(({ checks }) => checks.some((check) => check.subject === subject))).map(
      (subject) => rowOf({ subject }, SUBJECT_LABELS[subject], null, judged, (_, checks) => deedCell(checks)),
    ),
    ...carried.flatMap((token) => [...tokenRows(token, token === carried[0] ? null : TOKENS[token].label, judged)]),
  ];
  const isFailing = ({ cells }: GridRow) => cells.some((cell) => cell?.verdict === "fails");
  return [
    rowOf({ subject: "outcome" }, "outcome", null, judged, outcomeCell),
    ...rows.filter(isFailing),
    ...rows.filter((row) => !isFailing(row)),
  ];
}

type CellParts = Omit<GridCell, "verdict" | "checks">;

function rowOf(
  aspect: Aspect,
  label: string,
  token: string | null,
  judged: readonly JudgedScenario[],
  partsOf: (result: RunResult, checks: readonly Check[]) => CellParts | null,
): GridRow {
  const cells = judged.map(({ result, checks }): GridCell | null => {
    if (result === null) return null;
    const own = checks.filter((check) => isAbout(check, aspect) && check.status !== "unchecked");
    const parts = partsOf(result, own);
    if (parts === null) return null;
    const sorted = [
      ...own.filter(({ status }) => status === "fails"),
      ...own.filter(({ status }) => status === "holds"),
    ];
    const verdict = sorted[0]?.status === "fails" ? "fails" : sorted.length > 0 ? "holds" : null;
    return { ...parts, verdict, checks: sorted };
  });
  return { key: JSON.stringify([aspect.subject, aspect.token, aspect.name]), aspect, label, token, cells };
}

function isAbout(check: Check, { subject, token, name }: Aspect): boolean {
  return check.subject === subject && check.token === token && (subject !== "claim" || check.name === name);
}

function tokenOf(result: RunResult | null, name: TokenName): TokenResult | undefined {
  return result?.tokens.find((token) => token.name === name);
}

function* tokenRows(token: TokenName, label: string | null, judged: readonly JudgedScenario[]): Generator<GridRow> {
  for (const name of claimNames(token, judged)) {
    const spoken = name === OTHERS ? "every other claim" : spokenName(name);
    yield rowOf({ subject: "claim", token, name }, spoken, label, judged, (result, checks) =>
      name === OTHERS ? othersCell(checks) : claimCell(tokenOf(result, token), name),
    );
  }
  yield rowOf({ subject: "maxBytes", token }, "bytes", label, judged, (result) => bytesCell(tokenOf(result, token)));
}

const OTHERS = "*";

/** Claims that a run touched or that are spoken of, in the order in which they are met; what is said of all others last. */
function claimNames(token: TokenName, judged: readonly JudgedScenario[]): readonly string[] {
  const names = new Set<string>();
  for (const { result, checks } of judged) {
    for (const change of tokenOf(result, token)?.changes ?? []) {
      if (change.state !== "unchanged") names.add(change.name);
    }
    for (const check of checks) {
      if (check.subject === "claim" && check.token === token && check.name !== undefined) names.add(check.name);
    }
  }
  const isSaid = names.delete(OTHERS);
  return isSaid ? [...names, OTHERS] : [...names];
}

const PLAIN = { sign: "", tone: null, position: null } as const;
const NOT_ISSUED: CellParts = { ...PLAIN, sign: "–", text: "", spoken: "not issued" };

function outcomeCell(result: RunResult): CellParts {
  const { outcome, message, position } = reachedBy(result);
  const spoken = message === "" ? outcome : `${outcome}: ${message}`;
  return { ...PLAIN, text: outcome, spoken, position: position ?? null };
}

function deedCell(checks: readonly Check[]): CellParts | null {
  const [first] = checks;
  if (first === undefined) return null;
  const got = checks.map((check) => check.got).join(", ");
  return { ...PLAIN, text: shortened(got || "none"), spoken: got || "none", position: first.position ?? null };
}

function othersCell([first]: readonly Check[]): CellParts | null {
  return first === undefined ? null : { ...PLAIN, sign: "=", text: "", spoken: first.got };
}

function claimCell(token: TokenResult | undefined, name: string): CellParts {
  if (token === undefined || token.issuedText === null) return NOT_ISSUED;
  const change = token.changes.find((one) => one.name === name);
  if (change === undefined) return { ...PLAIN, sign: "–", text: "", spoken: stateOf(change) };
  const { sign, tone } = CLAIM_STATES[change.state];
  const value = valueIn(change);
  return {
    sign,
    tone,
    text: shortened(value),
    spoken: value === "" ? stateOf(change) : `${stateOf(change)}, ${value}`,
    position: change.position ?? null,
  };
}

function valueIn({ state, after }: ClaimChange): string {
  return (state === "added" || state === "replaced") && after !== undefined ? after : "";
}

function bytesCell(token: TokenResult | undefined): CellParts {
  if (token === undefined || token.issuedText === null) return NOT_ISSUED;
  const spoken = formatBytes(issuedBytes(token));
  return { ...PLAIN, text: spoken.replace(/ .*/, ""), spoken };
}

function shortened(text: string): string {
  const folded = foldText(text, LONGEST_VALUE);
  return folded === null ? text : `${folded.head}…${folded.tail}`;
}
