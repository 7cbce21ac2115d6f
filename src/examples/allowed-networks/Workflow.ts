import {
  onPostAuthenticationEvent,
  WorkflowSettings,
  WorkflowTrigger,
  denyAccess,
  getEnvironmentVariable,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "allowedNetworks",
  name: "Allow certain networks only",
  trigger: WorkflowTrigger.PostAuthentication,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.auth": {},
    "kinde.env": {},
    console: {},
  },
};

export default async function Workflow(event: onPostAuthenticationEvent) {
  const networks = getEnvironmentVariable("ALLOWED_NETWORKS").value.split(",");
  const { ip } = event.request;

  if (!networks.some((network) => ip.startsWith(network))) {
    console.warn("Access from outside:", ip, event.context.user.id);
    denyAccess("Sign-in is possible from the office network only.");
  }
}
