import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "hasuraClaims",
  name: "Claims for Hasura",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
  },
};

type Claims = {
  roles?: { key: string }[];
  "https://hasura.io/jwt/claims": Record<string, string | string[]>;
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<Claims>();
  const roles = (accessToken.roles ?? []).map((role) => role.key);

  // Assign the object whole: a change inside it later would not reach the token.
  accessToken["https://hasura.io/jwt/claims"] = {
    "x-hasura-default-role": roles[0] ?? "user",
    "x-hasura-allowed-roles": [...roles, "user"],
    "x-hasura-user-id": event.context.user.id,
    "x-hasura-org-id": event.context.organization.code,
  };
}
