import {
  onM2MTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  m2mTokenClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "m2mManagementAudience",
  name: "Label every M2M token",
  trigger: WorkflowTrigger.M2MTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.m2mToken": {},
  },
};

export default async function Workflow(event: onM2MTokenGeneratedEvent) {
  const m2mToken = m2mTokenClaims<{ issuedFor: string }>();

  m2mToken.issuedFor = event.request.auth.audience.join(" ");
}
