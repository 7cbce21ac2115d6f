import {
  onNewPasswordProvidedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  invalidateFormField,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "newPasswordRule",
  name: "A rule for new passwords",
  trigger: WorkflowTrigger.NewPasswordProvided,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.widget": {},
  },
};

const LEAST_CHARACTERS = 12;

export default async function Workflow(event: onNewPasswordProvidedEvent) {
  const { firstPassword } = event.context.auth;
  const localPart = event.context.user.email.split("@")[0].toLowerCase();

  if (firstPassword.toLowerCase().includes(localPart)) {
    invalidateFormField("p_first_password", "The password must not contain your e-mail address.");
  } else if (firstPassword.length < LEAST_CHARACTERS) {
    invalidateFormField("p_first_password", `Use at least ${LEAST_CHARACTERS} characters.`);
  }
}
