/** Which views of a token stand behind which tab of the narrow page. */
import type { ResultTab } from "../store/view-state.ts";

export const NARROW_CLAIMS: readonly ResultTab[] = ["claims", "json"];
export const NARROW_JWT: readonly ResultTab[] = ["jwt"];
