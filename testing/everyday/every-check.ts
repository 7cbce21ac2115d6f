/** For each check ten everyday programs and more on which it speaks, and ten on which it is silent. */
import { ADDRESSES } from "./addresses.ts";
import { CLAIMS } from "./claims.ts";
import { EXPRESSIONS } from "./expressions.ts";
import { FAILURES } from "./failures.ts";
import { FORMS } from "./forms.ts";
import { FUNCTIONS } from "./functions.ts";
import { NAMES } from "./names.ts";
import type { EverydayCode } from "./program.ts";
import { QUIRKS } from "./quirks.ts";
import { REQUESTS } from "./requests.ts";
import { SETTINGS_CODE } from "./settings.ts";
import { VALUES } from "./values.ts";

export const EVERYDAY: readonly EverydayCode[] = [
  ...ADDRESSES,
  ...CLAIMS,
  ...EXPRESSIONS,
  ...FAILURES,
  ...FORMS,
  ...FUNCTIONS,
  ...SETTINGS_CODE,
  ...VALUES,
  ...NAMES,
  ...QUIRKS,
  ...REQUESTS,
];
