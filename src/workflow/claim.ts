/** Claims sets (RFC 7519, section 4) and how each claim fared in a run. Values stay JSON text from sandbox to signature. */
import type { GuestValue } from "./execution.ts";
import type { Position } from "./position.ts";
import type { Rule } from "./provenance.ts";
import type { TokenName } from "./token.ts";

/** One member of a claims set. `json` is the value's JSON text, so no name or value can touch a prototype on its way. */
export type Claim = { readonly name: string; readonly json: string };

/** In the order of the token's own text. Names are unique. */
export type ClaimsSet = readonly Claim[];

export type ClaimState =
  | "prohibited"
  | "unserializable"
  | "added"
  | "replaced"
  | "emptied"
  | "removed"
  | "written-unchanged"
  | "unchanged";

/** How one claim went from the base token to the issued one. */
export type ClaimChange = {
  readonly name: string;
  readonly state: ClaimState;
  /** JSON text in the base token; absent when the claim was not there. */
  readonly before?: string;
  /** JSON text in the issued token; absent when it is not there. */
  readonly after?: string;
  /** What the workflow last tried to write, when that did not land. */
  readonly attempted?: GuestValue;
  /** How often the workflow wrote it, and where it did so last. */
  readonly writes: number;
  readonly position?: Position;
  /** Why the state is what it is, for states that need a reason. */
  readonly rules: readonly Rule[];
};

/** A place in the source that writes a claim, whether a run reaches it or not. */
export type ClaimWrite = {
  readonly token: TokenName;
  readonly name: string;
  /** Where the statement begins; it ends on `lastLine`. */
  readonly position: Position;
  readonly lastLine: number;
};
