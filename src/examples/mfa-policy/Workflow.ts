import {
  onUserPreMFA,
  MFAEnforcementPolicy,
  WorkflowSettings,
  WorkflowTrigger,
  getEnvironmentVariable,
  setEnforcementPolicy,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "mfaPolicy",
  name: "Skip MFA for trusted sign-ins",
  trigger: WorkflowTrigger.UserPreMFA,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.env": {},
    "kinde.mfa": {},
  },
};

export default async function Workflow(event: onUserPreMFA) {
  const { auth, mfa } = event.context;
  const trustedConnection = getEnvironmentVariable("SSO_CONNECTION_ID").value;

  // The identity provider behind this connection asks for a second factor itself.
  const isTrusted = auth.connectionId === trustedConnection && mfa.context === "environment";
  const policy: MFAEnforcementPolicy = isTrusted ? "skip" : "required";
  setEnforcementPolicy(policy);
}
