/** What the scenario lacks, in words. */
import type { Gap } from "../../../workflow/gap.ts";

/** What is missing, as a sentence without its full stop. */
export function gapSentence(gap: Gap): string {
  return gap.kind === "mock" ? `${gap.method} ${gap.url} has no mock` : `The variable ${gap.name} is not set`;
}

export function gapAdvice(gap: Gap): string {
  return gap.kind === "mock"
    ? gap.near === undefined
      ? "Add a mock that answers it, in the tab Mocks."
      : `${gap.near} Change it, or add one that answers, in the tab Mocks.`
    : "Add it in the tab Environment, or read it with ?.value and a default.";
}

export function gapTitle(gaps: readonly Gap[]): string {
  const mocks = gaps.filter(({ kind }) => kind === "mock").length;
  const variables = gaps.length - mocks;
  if (variables === 0) return mocks === 1 ? "A mock is missing" : `${mocks} mocks are missing`;
  if (mocks === 0) return variables === 1 ? "A variable is not set" : `${variables} variables are not set`;
  return "Mocks and variables are missing";
}

/** What the run does without it, and what Kinde does. */
export function gapMeaning(gaps: readonly Gap[]): readonly string[] {
  const ends = gaps.some(({ endsRun }) => endsRun);
  const found: string[] = [];
  if (gaps.some(({ kind }) => kind === "mock")) {
    found.push(
      ends
        ? "In Kinde the request is sent. No request leaves this page, so the run ends here until a mock answers it."
        : "In Kinde the request is sent. No request leaves this page: here it failed, and the workflow went on without an answer.",
    );
  }
  if (gaps.some(({ kind }) => kind === "variable")) {
    found.push(
      "In Kinde the value comes from the environment’s settings. Where it is not set there, the workflow fails as it does here.",
    );
  }
  return found;
}

/** What adding it does, as the label of an action. */
export function addTitle(gap: Gap): string {
  return gap.kind === "mock" ? `Add a mock for ${gap.method} ${gap.url}` : `Add the variable ${gap.name}`;
}
