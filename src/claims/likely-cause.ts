/** The first cause, of those that people meet, that fits how two tokens differ. */
import type { ClaimChange } from "../workflow/claim.ts";
import { TOKENS } from "../workflow/token.ts";
import { isLandedWrite } from "./base-of-issued.ts";
import { isSameJson } from "./json-value.ts";
import type { Cause, CauseKind, ClaimComparison, ComparisonInput } from "./token-comparison.ts";

type Claims = readonly ClaimComparison[];

export function likelyCause(input: ComparisonInput, claims: Claims): Cause | null {
  if (input.issuedKind !== input.token) {
    const [seen, wanted] = [labelOf(input.issuedKind), labelOf(input.token)];
    return {
      kind: "another-kind",
      sentence: `This seems to be ${seen}, and what is shown is ${wanted}.`,
      advice: `Paste ${wanted}, or choose the other token above.`,
      offersBase: false,
    };
  }
  if (!input.isIssuedHere)
    return {
      kind: "not-issued-here",
      sentence: "Kinde issued this token, and here the run ends without one.",
      advice:
        "What the workflow decides on differs: set the event, the environment and the mocks as they were at that sign-in.",
      offersBase: false,
    };
  return anotherSubject(claims) ?? fateOfWrites(input, claims) ?? whatElse(claims);
}

const labelOf = (token: ComparisonInput["token"]) =>
  `${token === "accessToken" ? "an access token" : `an ${TOKENS[token].label}`}`;

const SUBJECTS: readonly (readonly [claim: string, kind: CauseKind, what: string])[] = [
  ["iss", "another-domain", "another Kinde domain"],
  ["sub", "another-user", "another user"],
  ["azp", "another-application", "another application"],
  ["org_code", "another-organization", "another organization"],
];

/** Tokens of two people differ, whatever a workflow does. */
function anotherSubject(claims: Claims): Cause | null {
  const differing = SUBJECTS.filter(([name]) =>
    claims.some((claim) => claim.name === name && claim.verdict === "differs" && !isLandedWrite(claim.state)),
  );
  const [first] = differing;
  if (first === undefined) return null;
  const list = differing.map(([name, , what]) => `${what} (${name})`).join(", ");
  return {
    kind: first[1],
    sentence: `The two tokens are not of the same sign-in: ${list}.`,
    advice: "Use the pasted token as the base token, without what the workflow wrote, and compare again.",
    offersBase: true,
  };
}

function fateOfWrites(input: ComparisonInput, claims: Claims): Cause | null {
  const before = new Map(input.changes.map((change) => [change.name, change]));
  const writes = claims.filter(({ state }) => isLandedWrite(state));
  const missing = writes.filter((claim) => !hasLanded(claim, before.get(claim.name)));
  if (writes.length > 0 && missing.length === writes.length) return noneOfThem(input, claims);
  if (missing.length > 0) return someMissing(missing, input);
  const different = writes.filter(({ verdict }) => verdict === "differs");
  if (different.length > 0)
    return {
      kind: "another-value",
      sentence: `The workflow wrote ${namesOf(different)}, with another value than here.`,
      advice: "What the value is worked out from differs: compare the event, the environment and the mocks.",
      offersBase: false,
    };
  return rejectedLanded(input, claims);
}

/** Whether the issued token shows that the claim was written: it is there, and not as it was before. */
function hasLanded({ verdict, issued }: ClaimComparison, change: ClaimChange | undefined): boolean {
  if (verdict === "same") return true;
  if (issued === undefined) return false;
  return change?.before === undefined || !isSameJson(issued, change.before);
}

function noneOfThem({ token, issued, failurePolicy, nowSeconds }: ComparisonInput, claims: Claims): Cause {
  const none = "None of what the workflow writes is in this token";
  const foreign = foreignClaims(token, claims);
  const expiry = Number(issued.find(({ name }) => name === "exp")?.json);
  if (foreign.length > 0)
    return {
      kind: "another-workflow",
      sentence: `${none}, but ${namesOf(foreign)}, which neither Kinde nor this workflow writes: another workflow may run on this trigger.`,
      advice: "Look in Kinde under Workflows which one is deployed for the trigger: there is one for each.",
      offersBase: false,
    };
  if (expiry <= nowSeconds)
    return {
      kind: "older-token",
      sentence: `${none}, and its time is over: it may be from before the workflow was deployed.`,
      advice: "Sign in again, or refresh the token, and paste the new one.",
      offersBase: false,
    };
  if (failurePolicy === "continue")
    return {
      kind: "failed-under-continue",
      sentence: `${none}. With the failure policy “continue” Kinde issues the token when the workflow fails.`,
      advice: "Look at the workflow’s runtime log in Kinde. If there is no run, it is not deployed yet.",
      offersBase: false,
    };
  return {
    kind: "not-deployed",
    sentence: `${none}: the workflow was not deployed when it was issued, or is not active.`,
    advice: "Deploy it, sign in again and paste the new token; a token from before the deployment stays as it is.",
    offersBase: false,
  };
}

/** Custom claims that nothing here accounts for. */
function foreignClaims(token: ComparisonInput["token"], claims: Claims): Claims {
  return claims.filter(
    ({ name, issued, state }) =>
      issued !== undefined && !isLandedWrite(state) && !TOKENS[token].issuedByKinde.includes(name),
  );
}

function someMissing(missing: Claims, { token }: ComparisonInput): Cause {
  const kept = missing.filter(({ name }) => TOKENS[token].issuedByKinde.includes(name));
  if (kept.length === missing.length)
    return {
      kind: "kept-by-kinde",
      sentence: `Kinde kept its own value of ${namesOf(kept)}, and other writes of the workflow are there: it may not let a workflow change ${kept.length === 1 ? "it" : "them"}.`,
      advice: "Write a claim with a name of your own instead, and send the report so that the rule can be settled.",
      offersBase: false,
    };
  return {
    kind: "another-branch",
    sentence: `Some of what the workflow writes is there, but not ${namesOf(missing)}: it took another branch.`,
    advice: "What the workflow decides on differs: compare the event, the environment and the mocks.",
    offersBase: false,
  };
}

function rejectedLanded({ changes }: ComparisonInput, claims: Claims): Cause | null {
  const attempted = new Map(
    changes.flatMap(({ name, state, attempted: value }) =>
      state === "prohibited" && value?.problem === null ? [[name, value.text] as const] : [],
    ),
  );
  const landed = claims.filter(({ name, issued }) => {
    const wanted = attempted.get(name);
    return wanted !== undefined && issued !== undefined && isSameJson(wanted, issued);
  });
  const differing = landed.filter(({ verdict }) => verdict !== "same");
  if (differing.length === 0) return null;
  return {
    kind: "rejected-write-landed",
    sentence: `Kinde let the workflow write ${namesOf(differing)}, which is rejected here.`,
    advice: "That rule is simulated here. Send the report so that it can be settled.",
    offersBase: false,
  };
}

function whatElse(claims: Claims): Cause | null {
  const differing = claims.filter(({ verdict }) => verdict === "differs" || verdict === "only-predicted");
  if (differing.length > 0)
    return {
      kind: "another-base",
      sentence: `What the workflow writes is the same; ${namesOf(differing)} stood otherwise in the token before it ran.`,
      advice: "Use the pasted token as the base token, without what the workflow wrote, and compare again.",
      offersBase: true,
    };
  const more = claims.filter(({ verdict }) => verdict === "only-issued");
  if (more.length === 0) return null;
  return {
    kind: "more-claims",
    sentence: `Kinde added ${namesOf(more)}, which the base token here does not have.`,
    advice:
      "They come with the application’s token customization, with properties or with an earlier workflow. Use the pasted token as the base token.",
    offersBase: true,
  };
}

const MOST_NAMES = 4;

function namesOf(claims: Claims): string {
  const names = claims.slice(0, MOST_NAMES).map(({ name }) => name);
  const others = claims.length - names.length;
  return others > 0 ? `${names.join(", ")} and ${others} more` : names.join(", ").replace(/, ([^,]*)$/, " and $1");
}
