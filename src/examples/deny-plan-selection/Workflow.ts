import {
  onPlanSelection,
  WorkflowTrigger,
  denyPlanSelection,
  fetch,
} from "@kinde/infrastructure";

// Without the type WorkflowSettings: it does not name "kinde.plan" yet.
export const workflowSettings = {
  id: "denyPlanSelection",
  name: "Deny a plan that is too small",
  trigger: WorkflowTrigger.PlanSelection,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.fetch": {},
    "kinde.plan": {},
    url: {},
  },
};

type Usage = { members: number; projects: number; storageGb: number };

const LIMITS: Record<string, Usage> = {
  free: { members: 3, projects: 5, storageGb: 1 },
  pro: { members: 50, projects: 100, storageGb: 500 },
};

export default async function Workflow(event: onPlanSelection) {
  const { billing, organization } = event.context;
  const limits = LIMITS[billing.requestedPlanCode];
  if (!limits) return;

  const { data: usage } = await fetch<{ data: Usage }>(
    `https://usage.example.com/organizations/${organization.code}`,
    { method: "GET", headers: {} },
  );
  const reasons: string[] = [];
  if (usage.members > limits.members) reasons.push(`Remove ${usage.members - limits.members} members`);
  if (usage.projects > limits.projects) reasons.push(`Delete ${usage.projects - limits.projects} projects`);
  if (usage.storageGb > limits.storageGb) reasons.push(`Free ${usage.storageGb - limits.storageGb} GB of storage`);

  if (reasons.length > 0) denyPlanSelection(`The plan ${billing.requestedPlanCode} is too small for now:`, reasons);
}
