/** Projects of a wanted size. The line that is edited stands near the top of each, so that finding it costs nothing. */

import type { BrowserContext } from "@playwright/test";
import type { RunSource } from "../../src/workflow/project.ts";
import { emptyScenario } from "../../src/workflow/scenario.ts";

/** `lines` of source, `claims` written, `tokenBytes` of the base access token, `calls` of the host, `extra` lines at the end, and `scenarios`. */
export type Size = {
  readonly lines?: number;
  readonly claims?: number;
  readonly tokenBytes?: number;
  readonly calls?: number;
  readonly extra?: string;
  readonly scenarios?: number;
};

/** The line whose text is edited, counted from 1, and how many columns before its end. */
export const EDITED_LINE = 11;

/** What the page keeps one's own work under. */
const STORAGE_KEY = "kinde-workflow-playground/1";

const filler = (
  index: number,
) => `function rule${index}(user: { email: string; plan?: string }, limit: number): string {
  const [name = "", domain = ""] = user.email.split("@");
  if (name.length > limit) {
    return \`\${name.slice(0, limit)}…@\${domain}\`;
  }
  // Plans come from the billing system and may be missing.
  const plan = user.plan ?? "free";
  const tags = [plan, domain].filter((tag) => tag !== "").map((tag) => tag.toLowerCase());
  return [...tags, "rule${index}"].join(":");
}`;

/** A project whose workflow has this much to do. */
export function project({ lines = 40, claims = 10, tokenBytes = 1_000, calls = 1, extra = "" }: Size = {}): RunSource {
  const start = `import { getEnvironmentVariable, WorkflowSettings, WorkflowTrigger, accessTokenCustomClaims } from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "bench",
  trigger: WorkflowTrigger.UserTokenGeneration,
  bindings: { "kinde.accessToken": {}, "kinde.env": {} },
};

export default async function Workflow(event: any) {
  const token = accessTokenCustomClaims<any>();
  token.bench = "x";
  for (let index = 0; index < ${calls}; index += 1) token.region = getEnvironmentVariable("REGION").value;
  for (let index = 0; index < ${claims - 2}; index += 1) token[\`claim_\${index}\`] = { index, plan: "pro", tags: ["a", "b"] };
}
${extra}`;
  const parts = [start];
  for (let index = 0, count = start.split("\n").length; count + 10 <= lines; index += 1, count += 11) {
    parts.push(filler(index));
  }
  return {
    files: [{ name: "Workflow.ts", text: `${parts.join("\n\n")}\n` }],
    scenario: {
      ...emptyScenario(),
      tokens: { accessToken: { text: JSON.stringify(baseToken(tokenBytes), null, 2), imported: false } },
      env: [{ name: "REGION", value: "eu-west-1", isSecret: false }],
    },
  };
}

function baseToken(bytes: number): object {
  const permissions: string[] = [];
  const token: Record<string, unknown> = {
    aud: ["https://api.example.com"],
    azp: "a_client",
    exp: 4_000_000_000,
    iat: 1_700_000_000,
    iss: "https://example.kinde.com",
    jti: "6f1c0b2e-9d4a-4c55-8b1e-1f2a3b4c5d6e",
    org_code: "org_1",
    permissions,
    scp: ["openid", "profile", "email", "offline"],
    sub: "kp_1",
  };
  for (let index = 0; JSON.stringify(token).length < bytes; index += 1) {
    if (index % 2 === 0) permissions.push(`read:resource_${index}`);
    else token[`custom_${index}`] = { id: index, label: `label of claim ${index}` };
  }
  return token;
}

/** Makes the page open this project: to be called before any of its scripts. */
export async function open(context: BrowserContext, { files, scenario }: RunSource, count = 1): Promise<void> {
  const scenarios = Array.from({ length: count }, (_, index) => ({
    ...scenario,
    name: `s${index}`,
    env: [...scenario.env, { name: "OWN", value: `${index}`, isSecret: false }],
  }));
  const parts = count === 1 ? scenario : { scenarios };
  const kept = JSON.stringify({ project: { files, ...parts }, view: {}, example: null });
  await context.addInitScript(
    ([key, text]) => {
      try {
        localStorage.setItem(key, text);
      } catch {
        // A frame without an origin has no storage.
      }
    },
    [STORAGE_KEY, kept] as const,
  );
}
