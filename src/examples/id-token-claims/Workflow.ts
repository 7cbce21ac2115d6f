import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  idTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "idTokenClaims",
  name: "House and display name",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.idToken": {},
  },
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const idToken = idTokenCustomClaims<{ house: string; name: string }>();

  idToken.house = "Ravenclaw";
  idToken.name = "Countess of Lovelace";
}
