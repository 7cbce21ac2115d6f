import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "thinFeatureFlags",
  name: "Thin out feature flags",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
  },
};

type Flag = { t: "b" | "i" | "s"; v: boolean | number | string };

const READ_BY_THE_API = ["max_projects"];

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ feature_flags: Record<string, Flag> }>();
  const flags = Object.entries(accessToken.feature_flags ?? {});

  accessToken.feature_flags = Object.fromEntries(flags.filter(([name]) => READ_BY_THE_API.includes(name)));
}
