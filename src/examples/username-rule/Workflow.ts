import {
  onNewUsernameProvidedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  invalidateFormField,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "usernameRule",
  name: "A rule for usernames",
  trigger: WorkflowTrigger.NewUsernameProvided,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.widget": {},
  },
};

const RESERVED = ["admin", "root", "support"];

export default async function Workflow(event: onNewUsernameProvidedEvent) {
  const username = event.context.auth.suppliedUsername;

  if (RESERVED.includes(username.toLowerCase())) {
    invalidateFormField("p_username", "This username is reserved.");
  } else if (!/^[a-z][a-z0-9_]{2,19}$/.test(username)) {
    invalidateFormField("p_username", "Use 3 to 20 lower-case letters, digits and underscores.");
  }
}
