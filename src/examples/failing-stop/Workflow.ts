import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
  fetch,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "failingStop",
  name: "Entitlements or nothing",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
    "kinde.fetch": {},
    url: {},
  },
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ entitlements: string[] }>();

  const { data } = await fetch(`https://entitlements.example.com/users/${event.context.user.id}`, {
    method: "GET",
    headers: {},
  });
  if (!Array.isArray(data.entitlements)) {
    throw new Error(`No entitlements for ${event.context.user.id}: ${data.error}`);
  }

  accessToken.entitlements = data.entitlements;
}
