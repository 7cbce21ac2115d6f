/** What of a short form does not hold, in sentences. */
import { shownToken } from "../claims/shown-token.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { TokenName } from "../workflow/token.ts";
import { expectationsFor, type ShortForm } from "./short-form.ts";
import { judge } from "./verdict.ts";

/** @param token whose claims are meant; the one that changed when null, or where the trigger does not carry it. */
export function failedExpectations(
  expectation: ShortForm,
  result: RunResult,
  token: TokenName | null,
): readonly string[] {
  const shown = shownToken(result, token);
  const { checks } = judge(expectationsFor(expectation, shown?.name ?? "accessToken"), result);
  return checks.filter(({ status }) => status === "fails").map(({ sentence }) => sentence);
}
