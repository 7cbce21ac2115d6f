/** The fixes, one row for each diagnostic that has one. */
import { assignCopy, emptyClaim, writeAsText } from "./claim-fixes.ts";
import { importExport, importFetch, makeAsync, writeDate } from "./code-fixes.ts";
import type { FixRow } from "./fix.ts";
import { passOptions, readData } from "./request-fixes.ts";
import {
  addId,
  addMissingBindings,
  declareConsole,
  exportSettings,
  mendBinding,
  nearestTrigger,
  removeBinding,
} from "./settings-fixes.ts";

export const FIXES: ReadonlyMap<string, FixRow> = new Map<string, FixRow>([
  ["missing-binding", { make: addMissingBindings, isSafe: true }],
  ["unused-binding", { make: removeBinding, isSafe: true }],
  ["unavailable-binding", { make: mendBinding, isSafe: true }],
  ["undeclared-console", { make: declareConsole, isSafe: true }],
  ["missing-import", { make: importExport, isSafe: true, bringsCalls: true }],
  ["global-fetch", { make: importFetch, isSafe: true, bringsCalls: true }],
  ["missing-id", { make: addId, isSafe: false }],
  ["unknown-trigger", { make: nearestTrigger, isSafe: false }],
  ["unexported-settings", { make: exportSettings, isSafe: true }],
  ["sync-default-export", { make: makeAsync, isSafe: true }],
  ["nested-claim-mutation", { make: assignCopy, isSafe: false }],
  ["deleted-claim", { make: emptyClaim, isSafe: false }],
  ["unserializable-claim", { make: writeAsText, isSafe: false }],
  ["unreadable-date", { make: writeDate, isSafe: false }],
  ["fetch-without-options", { make: passOptions, isSafe: true }],
  ["fetch-response", { make: readData, isSafe: false }],
]);
