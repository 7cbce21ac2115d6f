/** A small workflow that touches every stage of the pipeline once, so that the first real run is as fast as the tenth. */
import { createProject } from "../workflow/project.ts";

const SOURCE = `import { WorkflowTrigger, accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "warm", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {} } };
export default async function Workflow() { const token = accessTokenCustomClaims<{ a: number[] }>(); token.a = [1]; }
`;

export const WARM_UP_PROJECT = createProject([{ name: "Workflow.ts", text: SOURCE }]);
