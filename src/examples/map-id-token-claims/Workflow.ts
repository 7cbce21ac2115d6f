import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  idTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "mapIdTokenClaims",
  name: "Map ID token claims",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.idToken": {},
  },
};

type Claims = {
  given_name?: string;
  family_name?: string;
  picture?: string;
  org_codes?: string[];
  displayName: string;
  initials: string;
  avatar_url: string | null;
  tenant: string | null;
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const idToken = idTokenCustomClaims<Claims>();
  const names = [idToken.given_name, idToken.family_name].filter((name) => name !== undefined);

  idToken.displayName = names.join(" ");
  idToken.initials = names.map((name) => name.charAt(0)).join("");
  idToken.avatar_url = idToken.picture ?? null;
  idToken.tenant = idToken.org_codes?.[0] ?? null;
}
