/** What finds fixes, which reads the source with the parser: loaded when fixes are first asked for. */
import { loadPart } from "../parts/load-part.ts";

export const loadFixes = () => loadPart(() => import("./find-fixes.ts"));
