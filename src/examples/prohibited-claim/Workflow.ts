import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "prohibitedClaim",
  name: "Prohibited claims",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
  },
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ sub: string; exp: number; accountId: string }>();

  // @ts-expect-error The type leaves out what Kinde sets itself. Remove this line to see the error.
  accessToken.sub = "account_42";
  // @ts-expect-error The same for the time of expiry.
  accessToken.exp = 4102444800;

  // Any other name is free to use.
  accessToken.accountId = "account_42";
}
