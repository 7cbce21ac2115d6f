import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
  fetch,
  getEnvironmentVariable,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "claimsFromApi",
  name: "Plan from the billing service",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
    "kinde.env": {},
    "kinde.fetch": {},
    url: {},
  },
};

type Account = { plan: string; seats: number };

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ plan: string; seats: number }>();
  const apiKey = getEnvironmentVariable("BILLING_API_KEY").value;

  const { data: account } = await fetch<{ data: Account }>(
    `https://billing.example.com/organizations/${event.context.organization.code}`,
    { method: "GET", headers: { authorization: `Bearer ${apiKey}` } },
  );

  accessToken.plan = account.plan;
  accessToken.seats = account.seats;
}
