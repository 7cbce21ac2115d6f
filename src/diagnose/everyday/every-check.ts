/** For each check ten everyday programs and more on which it speaks, and ten on which it is silent. */
import { CLAIMS } from "./claims.ts";
import { FAILURES } from "./failures.ts";
import { NAMES } from "./names.ts";
import type { EverydayCode } from "./program.ts";
import { QUIRKS } from "./quirks.ts";
import { REQUESTS } from "./requests.ts";

export const EVERYDAY: readonly EverydayCode[] = [...CLAIMS, ...FAILURES, ...NAMES, ...QUIRKS, ...REQUESTS];
