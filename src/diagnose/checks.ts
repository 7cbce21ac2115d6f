/** Every check, one row each. */
import type { Check } from "./check.ts";
import { apiRequest } from "./checks/api-request.ts";
import { deletedName, earlyUse, functionName, globalMember, readStack } from "./checks/bundled-forms.ts";
import { deepNesting, deepRecursion } from "./checks/deep-recursion.ts";
import { definedClaim } from "./checks/defined-claim.ts";
import { deletedClaim } from "./checks/deleted-claim.ts";
import { droppedBindings } from "./checks/dropped-bindings.ts";
import { emptyClaim } from "./checks/empty-claim.ts";
import { engineFailure } from "./checks/engine-failure.ts";
import { entryName } from "./checks/entry-name.ts";
import { errorAnswer } from "./checks/error-answer.ts";
import { eventParts } from "./checks/event-parts.ts";
import { failedCall } from "./checks/failed-call.ts";
import { fetchResponse } from "./checks/fetch-response.ts";
import { fetchWithoutOptions } from "./checks/fetch-without-options.ts";
import { globalFetch } from "./checks/global-fetch.ts";
import { ignoredReturn } from "./checks/ignored-return.ts";
import { localeArguments } from "./checks/locale-arguments.ts";
import { loggedClaims } from "./checks/logged-claims.ts";
import { loggedError } from "./checks/logged-error.ts";
import { missingBinding } from "./checks/missing-binding.ts";
import { missingDefaultExport } from "./checks/missing-default-export.ts";
import { missingGlobal } from "./checks/missing-global.ts";
import { missingImport } from "./checks/missing-import.ts";
import { missingMember } from "./checks/missing-member.ts";
import { nestedClaimMutation } from "./checks/nested-claim-mutation.ts";
import { prohibitedClaim } from "./checks/prohibited-claim.ts";
import {
  backtracking,
  groupReplacement,
  namedGroups,
  repeatedGroups,
  unicodeEscape,
  unicodeFolding,
  unicodeProperty,
} from "./checks/regular-expressions.ts";
import { relativeUrl } from "./checks/relative-url.ts";
import {
  commonJsExports,
  computedRequire,
  decorator,
  functionText,
  globalListing,
  nodeEnv,
  optionalDelete,
} from "./checks/script-forms.ts";
import { restOfForeignKeys } from "./checks/rest-of-foreign-keys.ts";
import { secretInClaim } from "./checks/secret-in-claim.ts";
import { missingId, unknownTrigger } from "./checks/settings-fields.ts";
import { syncDefaultExport } from "./checks/sync-default-export.ts";
import { thisInDefaultExport } from "./checks/this-in-default-export.ts";
import { topLevelBinding } from "./checks/top-level-binding.ts";
import { unavailableBinding } from "./checks/unavailable-binding.ts";
import { undeclaredConsole } from "./checks/undeclared-console.ts";
import { unexportedSettings } from "./checks/unexported-settings.ts";
import { unreadableDate } from "./checks/unreadable-date.ts";
import { unserializableClaim } from "./checks/unserializable-claim.ts";
import { unsetVariable } from "./checks/unset-variable.ts";
import { unusedBinding } from "./checks/unused-binding.ts";
import {
  extendedUrl,
  goFields,
  hostname,
  originPort,
  searchAssignment,
  searchParamsEdits,
  searchParamsIterators,
} from "./checks/url-differences.ts";

export const CHECKS: readonly Check[] = [
  nestedClaimMutation,
  deletedClaim,
  prohibitedClaim,
  definedClaim,
  unserializableClaim,
  missingBinding,
  unusedBinding,
  unavailableBinding,
  droppedBindings,
  undeclaredConsole,
  missingDefaultExport,
  syncDefaultExport,
  thisInDefaultExport,
  topLevelBinding,
  missingId,
  unknownTrigger,
  unexportedSettings,
  entryName,
  globalFetch,
  fetchWithoutOptions,
  missingGlobal,
  missingMember,
  namedGroups,
  groupReplacement,
  unicodeProperty,
  unicodeFolding,
  backtracking,
  unicodeEscape,
  repeatedGroups,
  localeArguments,
  unreadableDate,
  loggedError,
  searchParamsEdits,
  searchAssignment,
  originPort,
  hostname,
  searchParamsIterators,
  extendedUrl,
  goFields,
  computedRequire,
  commonJsExports,
  decorator,
  nodeEnv,
  optionalDelete,
  globalListing,
  functionText,
  functionName,
  globalMember,
  deletedName,
  earlyUse,
  readStack,
  restOfForeignKeys,
  deepRecursion,
  deepNesting,
  missingImport,
  fetchResponse,
  errorAnswer,
  apiRequest,
  relativeUrl,
  emptyClaim,
  unsetVariable,
  failedCall,
  engineFailure,
  ignoredReturn,
  eventParts,
  loggedClaims,
  secretInClaim,
];
