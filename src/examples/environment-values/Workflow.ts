import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  accessTokenCustomClaims,
  getEnvironmentVariable,
} from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "environmentValues",
  name: "Environment values",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: {
    "kinde.accessToken": {},
    "kinde.env": {},
    console: {},
  },
};

/** Four digits that support staff can ask for. */
function supportPin(text: string) {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + character.charCodeAt(0)) % 10000;
  return String(hash).padStart(4, "0");
}

export default async function Workflow(event: onUserTokenGeneratedEvent) {
  const accessToken = accessTokenCustomClaims<{ stage: string; supportPin: string }>();
  const stage = getEnvironmentVariable("DEPLOYMENT_STAGE");
  const salt = getEnvironmentVariable("SUPPORT_PIN_SALT");

  console.log("stage is secret:", stage.isSecret, "salt is secret:", salt.isSecret);
  accessToken.stage = stage.value;
  accessToken.supportPin = supportPin(salt.value + event.context.user.id);
}
