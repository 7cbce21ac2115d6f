import {
  onExistingPasswordProvidedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  getEnvironmentVariable,
  invalidateFormField,
  secureFetch,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "migratePasswords",
  name: "Migrate existing passwords",
  trigger: WorkflowTrigger.ExistingPasswordProvided,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.env": {},
    "kinde.secureFetch": {},
    "kinde.widget": {},
    url: {},
  },
};

/** The package's type names the password only. */
type Event = onExistingPasswordProvidedEvent & {
  context: { auth: { providedEmail: string; hasUserRecordInKinde: boolean } };
};

export default async function Workflow(event: Event) {
  const { providedEmail, password, hasUserRecordInKinde } = event.context.auth;
  if (hasUserRecordInKinde) return;

  const { data } = await secureFetch(`${getEnvironmentVariable("OLD_SYSTEM_URL").value}/verify`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email: providedEmail, password }),
  });
  if (!data.verified) {
    invalidateFormField("p_password", `The password is not right. Attempts left: ${data.attemptsLeft}.`);
  }
}
