import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  denyAccess,
  getEnvironmentVariable,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "denyAccess",
  name: "Suspended organizations",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.auth": {},
    "kinde.env": {},
  },
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const suspended = getEnvironmentVariable("SUSPENDED_ORGANIZATIONS").value.split(",");

  if (suspended.includes(event.context.organization.code)) {
    denyAccess("Your organization is suspended. Please write to support@example.com.");
  }
}
