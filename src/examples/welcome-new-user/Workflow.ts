import {
  onPostAuthenticationEvent,
  WorkflowSettings,
  WorkflowTrigger,
  fetch,
  getEnvironmentVariable,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "welcomeNewUser",
  name: "Tell the CRM about a new user",
  trigger: WorkflowTrigger.PostAuthentication,
  failurePolicy: { action: "continue" },
  bindings: {
    "kinde.env": {},
    "kinde.fetch": {},
    url: {},
    console: {},
  },
};

export default async function Workflow(event: onPostAuthenticationEvent) {
  const { auth, user } = event.context;
  if (!auth.isNewUserRecordCreated) return;

  const { data } = await fetch<{ data: { id: string } }>("https://crm.example.com/contacts", {
    method: "POST",
    headers: { authorization: `Bearer ${getEnvironmentVariable("CRM_TOKEN").value}` },
    body: new URLSearchParams({ userId: user.id, connection: auth.connectionId }),
  });
  console.log("New contact", data.id);
}
