import {
  onUserPreRegistrationEvent,
  WorkflowSettings,
  WorkflowTrigger,
  denyAccess,
  getEnvironmentVariable,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "blockEmailDomains",
  name: "Refuse throw-away addresses",
  trigger: WorkflowTrigger.UserPreRegistration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.auth": {},
    "kinde.env": {},
  },
};

export default async function Workflow(event: onUserPreRegistrationEvent) {
  const domain = event.request.authUrlParams.loginHint?.split("@")[1]?.toLowerCase();
  const blocked = getEnvironmentVariable("BLOCKED_DOMAINS").value.split(",");

  if (domain !== undefined && blocked.some((entry) => entry.trim() === domain)) {
    denyAccess(`Please register with another address than one at ${domain}.`);
  }
}
