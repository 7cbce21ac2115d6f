import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "emptyPermissions",
  name: "Keep the access token small",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
  },
};

type Claims = {
  permissions: string[];
  feature_flags: Record<string, { t: "b" | "i" | "s"; v: boolean | number | string }>;
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<Claims>();

  // A claim cannot be deleted: give it an empty value instead.
  accessToken.permissions = [];
  accessToken.feature_flags = {};
}
