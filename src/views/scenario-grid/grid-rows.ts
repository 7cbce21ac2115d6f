/** The rows of the grid: what each scenario did to each claim, and whether that was expected. Pure. */
import { issuedBytes, stateOf } from "../../expect/claim-check.ts";
import type { Check } from "../../expect/check.ts";
import type { Aspect } from "../../expect/expect-aspect.ts";
import { reachedBy } from "../../expect/verdict.ts";
import type { ClaimChange } from "../../workflow/claim.ts";
import type { Position } from "../../workflow/position.ts";
import type { RunResult, TokenResult } from "../../workflow/run-result.ts";
import { TOKEN_NAMES, TOKENS, type TokenName } from "../../workflow/token.ts";
import { foldText } from "../parts/fold-text.ts";
import { CLAIM_STATES, nameInSentence, type StateRow } from "../result/claims/claim-states.ts";
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
  readonly isFailing: boolean;
  /** In the order of the scenarios; null where there is no run to speak of. Made when they are first asked for: most rows of a long list are not seen. */
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
  return [
    rowOf({ subject: "outcome" }, "outcome", null, judged, outcomeCell),
    ...rows.filter(({ isFailing }) => isFailing),
    ...rows.filter(({ isFailing }) => !isFailing),
  ];
}

/** What is looked up for each cell, by name: a token may have a thousand claims. */
type Index = {
  readonly checks: ReadonlyMap<string, readonly Check[]>;
  readonly changes: ReadonlyMap<TokenName, ReadonlyMap<string, ClaimChange>>;
};

const indexes = new WeakMap<JudgedScenario, Index>();

function indexOf(scenario: JudgedScenario): Index {
  const known = indexes.get(scenario);
  if (known) return known;
  const checks = new Map<string, Check[]>();
  for (const check of scenario.checks) {
    if (check.status === "unchecked") continue;
    const key = keyOf(check);
    checks.set(key, [...(checks.get(key) ?? []), check]);
  }
  const changes = (scenario.result?.tokens ?? []).map(
    (token) => [token.name, new Map(token.changes.map((change) => [change.name, change]))] as const,
  );
  const index = { checks, changes: new Map(changes) };
  indexes.set(scenario, index);
  return index;
}

/** Form fields share a row. */
function keyOf({ subject, token, name }: Aspect): string {
  return JSON.stringify([subject, token, subject === "claim" ? name : undefined]);
}

type CellParts = Omit<GridCell, "verdict" | "checks">;

function rowOf(
  aspect: Aspect,
  label: string,
  token: string | null,
  judged: readonly JudgedScenario[],
  partsOf: (result: RunResult, checks: readonly Check[], index: Index) => CellParts | null,
): GridRow {
  const key = keyOf(aspect);
  let made: readonly (GridCell | null)[] | null = null;
  const cellOf = (scenario: JudgedScenario): GridCell | null => {
    const { result } = scenario;
    if (result === null) return null;
    const index = indexOf(scenario);
    const own = index.checks.get(key) ?? [];
    const parts = partsOf(result, own, index);
    if (parts === null) return null;
    const sorted = [
      ...own.filter(({ status }) => status === "fails"),
      ...own.filter(({ status }) => status === "holds"),
    ];
    const verdict = sorted[0]?.status === "fails" ? "fails" : sorted.length > 0 ? "holds" : null;
    return { ...parts, verdict, checks: sorted };
  };
  return {
    key,
    aspect,
    label,
    token,
    isFailing: judged.some((one) =>
      indexOf(one)
        .checks.get(key)
        ?.some(({ status }) => status === "fails"),
    ),
    get cells() {
      made ??= judged.map(cellOf);
      return made;
    },
  };
}

function tokenOf(result: RunResult | null, name: TokenName): TokenResult | undefined {
  return result?.tokens.find((token) => token.name === name);
}

function* tokenRows(token: TokenName, label: string | null, judged: readonly JudgedScenario[]): Generator<GridRow> {
  for (const name of claimNames(token, judged)) {
    const spoken = name === OTHERS ? "every other claim" : nameInSentence(name);
    yield rowOf({ subject: "claim", token, name }, spoken, label, judged, (result, checks, { changes }) =>
      name === OTHERS ? othersCell(checks) : claimCell(tokenOf(result, token), changes.get(token)?.get(name)),
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

function claimCell(token: TokenResult | undefined, change: ClaimChange | undefined): CellParts {
  if (token === undefined || token.issuedText === null) return NOT_ISSUED;
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
