import {
  onM2MTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  m2mTokenClaims,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "m2mToken",
  name: "Service identity",
  trigger: WorkflowTrigger.M2MTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.m2mToken": {},
  },
};

const SERVICES: Record<string, string> = {
  "299627bd8bfa493f8b17e6aec8ebfb86": "order-importer",
};

export default async function Workflow(event: onM2MTokenGeneratedEvent) {
  const m2mToken = m2mTokenClaims<{ service: string; access: "read" | "write" }>();
  const { scope } = event.request.auth;

  m2mToken.service = SERVICES[event.context.application.clientId] ?? "unknown";
  m2mToken.access = scope.some((name) => name.startsWith("write:")) ? "write" : "read";
}
