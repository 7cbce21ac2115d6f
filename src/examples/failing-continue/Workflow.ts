import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  fetch,
  idTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "failingContinue",
  name: "Preferences, if there are any",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "continue" },
  bindings: {
    "kinde.idToken": {},
    "kinde.fetch": {},
    url: {},
  },
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const idToken = idTokenCustomClaims<{ language: string }>();

  const { data } = await fetch(`https://preferences.example.com/${event.context.user.id}`, {
    method: "GET",
    headers: {},
  });

  // `preferences` is null for a new user: reading from it throws.
  idToken.language = data.preferences.language;
}
