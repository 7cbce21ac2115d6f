import {
  onNewPasswordProvidedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  getLocalization,
  invalidateFormField,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "localizedMessage",
  name: "A message in the user's language",
  trigger: WorkflowTrigger.NewPasswordProvided,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.localization": {},
    "kinde.widget": {},
  },
};

export default async function Workflow(event: onNewPasswordProvidedEvent) {
  const { firstPassword, secondPassword } = event.context.auth;

  if (firstPassword !== secondPassword) {
    // An unknown key gives null, so keep a text to fall back on.
    const message = getLocalization("password.mismatch") ?? "The two passwords differ.";
    invalidateFormField("p_second_password", message);
  }
}
