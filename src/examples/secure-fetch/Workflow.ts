import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
  secureFetch,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "secureFetch",
  name: "Risk score",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
    "kinde.secureFetch": {},
    url: {},
  },
};

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ riskLevel: "low" | "high" }>();

  const { data } = await secureFetch<{ data: { score: number } }>("https://risk.example.com/score", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ userId: event.context.user.id, ip: event.request.ip }),
  });

  accessToken.riskLevel = data.score < 50 ? "low" : "high";
}
