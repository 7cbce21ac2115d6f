/** What a hostile input is: a stranger's code or text by name, and the one outcome that it must have. */
import type { Limit } from "../../../src/workflow/execution.ts";
import type { ScenarioParts } from "../../../src/workflow/scenario.ts";
import { createProject, type Project, type SourceFile } from "../../../src/workflow/project.ts";

/**
 * `completes`: the code ran to its end and gained nothing by it. `fails`: it ended with the author's error. `waits`: a promise that
 * never settles. `refused`: it did not run at all. Any other is the limit that ended it.
 */
export type RequiredEnd = "completes" | "fails" | "waits" | "refused" | Limit;

export type HostileRun = {
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** Several where the engine may choose, such as between memory and time. */
  readonly ends: readonly RequiredEnd[];
  /** JSON text of claims that the issued access token must carry; null for a claim that must be absent. */
  readonly claims?: { readonly [name: string]: string | null };
  readonly scenario?: Partial<ScenarioParts>;
  /** Limit of this run, in milliseconds. */
  readonly timeoutMs?: number;
};

/** These must not be found anywhere outside of where they belong. */
export const CANARIES = {
  secretEnv: "canary-secret-env-5d1f0c",
  hostGlobal: "canary-host-global-91ab3e",
  pastedToken: "canary-pasted-token-77c2d4",
} as const;

/** Every binding of the trigger, and those that any workflow may ask for. */
export const SETTINGS = `export const workflowSettings = { id: "hostile", trigger: "user:tokens_generation", bindings: {
  "kinde.accessToken": {}, "kinde.idToken": {}, "kinde.auth": {}, "kinde.env": {}, "kinde.fetch": {}, "kinde.secureFetch": {},
  "kinde.localization": {}, url: {}, util: {}, console: {},
} };`;

/** A workflow whose default export is `body`; `set(name, value)` writes a claim of the access token. */
export function workflow(body: string): readonly SourceFile[] {
  const text = `${SETTINGS}
const set = (name, value) => kinde.accessToken.setCustomClaim(name, value);
export default async function Workflow(event) {
${body}
}
`;
  return [{ name: "Workflow.ts", text }];
}

/** A module of its own making, such as one that acts while it is loaded. */
export function module(text: string): readonly SourceFile[] {
  return [{ name: "Workflow.ts", text }];
}

/** The project of a hostile run. It holds a secret, which the code may read but which may appear nowhere but in claims it writes. */
export function projectOf(run: Pick<HostileRun, "files" | "scenario">): Project {
  return createProject(run.files, {
    env: [
      { name: "SECRET", value: CANARIES.secretEnv, isSecret: true },
      { name: "OPEN", value: "open", isSecret: false },
    ],
    ...run.scenario,
  });
}

/** An ordinary workflow that must give the same token after every hostile one. */
export const ORDINARY: Project = projectOf({
  files: [
    {
      name: "Workflow.ts",
      text: `import { accessTokenCustomClaims, WorkflowTrigger } from "@kinde/infrastructure";
export const workflowSettings = { id: "ordinary", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {} } };
export default async function Workflow(event: { context: { user: { id: string } } }) {
  const token = accessTokenCustomClaims<{ [name: string]: unknown }>();
  token["ordinary"] = { user: event.context.user.id, list: [1, "two", null], plain: Object.keys({}).length, text: JSON.stringify([{}]) };
}
`,
    },
  ],
  scenario: { tokens: { accessToken: { text: '{"sub":"kp_1","aud":["a"]}', imported: false } } },
});

export const ORDINARY_TOKEN =
  '{"sub":"kp_1","aud":["a"],"ordinary":{"user":"kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d","list":[1,"two",null],"plain":0,"text":"[{}]"}}';
