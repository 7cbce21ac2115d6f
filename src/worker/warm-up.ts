/** A small workflow that touches every stage of the pipeline once, so that the first real run is as fast as the tenth. */
import type { Project } from "../workflow/project.ts";

const SOURCE = `import { WorkflowTrigger, accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "warm", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {} } };
export default async function Workflow() { const token = accessTokenCustomClaims<{ a: number[] }>(); token.a = [1]; }
`;

export const WARM_UP_PROJECT: Project = {
  files: [{ name: "Workflow.ts", text: SOURCE }],
  tokens: {},
  events: {},
  env: [],
  mocks: [],
  localization: [],
};
