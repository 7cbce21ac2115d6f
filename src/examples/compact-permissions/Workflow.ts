import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "compactPermissions",
  name: "Compact roles and permissions",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
  },
};

type Claims = {
  permissions: string[];
  roles: { id: string; key: string; name: string }[] | null;
  can: Record<string, string>;
  roleKeys: string[];
};

/** ["create:orders", "read:orders"] becomes { orders: "cr" }. */
function groupedByResource(permissions: string[]) {
  const grouped: Record<string, string> = {};
  for (const permission of permissions) {
    const [action, resource] = permission.split(":");
    if (!action || !resource) continue;
    grouped[resource] = (grouped[resource] ?? "") + action.charAt(0);
  }
  return grouped;
}

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<Claims>();

  accessToken.can = groupedByResource(accessToken.permissions ?? []);
  accessToken.roleKeys = (accessToken.roles ?? []).map((role) => role.key);
  accessToken.permissions = [];
  accessToken.roles = null;
}
