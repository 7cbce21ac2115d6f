import {
  onPlanCancellationRequest,
  WorkflowTrigger,
  denyPlanCancellation,
  fetch,
} from "@kinde/infrastructure";

// Without the type WorkflowSettings: it does not name "kinde.plan" yet.
export const workflowSettings = {
  id: "denyPlanCancellation",
  name: "Open invoices first",
  trigger: WorkflowTrigger.PlanCancellationRequest,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.fetch": {},
    "kinde.plan": {},
    url: {},
  },
};

type Invoice = { id: string; paid: boolean };

export default async function Workflow(event: onPlanCancellationRequest) {
  const { agreementId } = event.context.billing;

  const { data } = await fetch<{ data: { invoices: Invoice[] } }>(
    `https://billing.example.com/agreements/${agreementId}/invoices`,
    { method: "GET", headers: {} },
  );
  const open = data.invoices.filter((invoice) => !invoice.paid);

  if (open.length > 0) {
    denyPlanCancellation(`Please pay ${open.map((invoice) => invoice.id).join(", ")} before you cancel.`);
  }
}
