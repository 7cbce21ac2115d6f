import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
} from "@kinde/infrastructure";
import { regionOf, type Region } from "./lib";

export const workflowSettings: WorkflowSettings = {
  id: "twoFiles",
  name: "Data region",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
  },
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ region: Region }>();

  accessToken.region = regionOf(event.context.organization.code);
}
