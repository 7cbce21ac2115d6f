/** What works in a failure's card, and in the card of what is missing. */
import { CopyButton } from "../../parts/CopyButton.tsx";
import { Fold } from "../../parts/Fold.tsx";
import { Provenance } from "../../parts/Provenance.tsx";
import { AddGap } from "../gaps/AddGap.tsx";
import { PositionLink } from "../PositionLink.tsx";
import type { FailureParts } from "../result-parts.ts";
import { FixFailure } from "./FixFailure.tsx";
import { RunAgain } from "./RunAgain.tsx";
import { ScenarioPlace } from "./ScenarioPlace.tsx";

export const FAILURE_PARTS: FailureParts = {
  Fold,
  CopyButton,
  Provenance,
  PositionLink,
  ScenarioPlace,
  RunAgain,
  FixFailure,
  AddGap,
};
