/** A workflow of everyday size that a full worker runs while nobody waits: browsers compile what has run often, and would do so beside an author's first hundred keys. */
import { runProject, type RunnerOptions } from "../pipeline.ts";
import { createProject } from "../workflow/project.ts";

/** As many as the compilers want to see, so far apart that the rest of the page has the machine while it starts. */
const RUNS = 60;
const PAUSE_MS = 50;
/** Nobody has asked for a run in this time. */
const IDLE_MS = 500;

const SOURCE = `import { WorkflowSettings, WorkflowTrigger, accessTokenCustomClaims, getEnvironmentVariable, idTokenCustomClaims } from "@kinde/infrastructure";

type Plan = "free" | "pro";
interface Profile {
  readonly name: string;
  readonly plan?: Plan;
}

export const workflowSettings: WorkflowSettings = {
  id: "warmUp",
  name: "Warm up",
  trigger: WorkflowTrigger.UserTokenGeneration,
  failurePolicy: { action: "stop" },
  bindings: { "kinde.accessToken": {}, "kinde.idToken": {}, "kinde.env": {}, console: {} },
};

// Everyday code: destructuring, templates, callbacks, a class, an error that is caught.
class Labels {
  private readonly parts: string[] = [];
  add(part: string): this {
    this.parts.push(part.toLowerCase());
    return this;
  }
  toString = () => \`[\${this.parts.join("-")}]\`;
}

function profileOf({ name = "nobody", plan }: Partial<Profile>): Profile {
  return plan === undefined ? { name } : { name, plan };
}

async function regionOf(key: string): Promise<string> {
  try {
    return getEnvironmentVariable(key)?.value ?? "eu";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export default async function Workflow(event: { context?: { user?: { id: string } } }) {
  const access = accessTokenCustomClaims<{ region: string; labels: string[]; profile: Profile }>();
  const id = idTokenCustomClaims<Record<string, unknown>>();
  access.region = await regionOf("REGION");
  access.profile = profileOf({ name: event.context?.user?.id ?? "kp_1", plan: "pro" });
  access.labels = ["a", "b", "c"].filter((label) => label !== "b").map((label) => label.toUpperCase());
  for (let index = 0; index < 5; index += 1) id[\`claim_\${index}\`] = { index, tags: ["x", "y"], on: index % 2 === 0 };
  id.label = new Labels().add("One").add("Two").toString();
  console.log("done", access.labels.length);
}
`;

export const JIT_PROJECT = createProject([{ name: "Workflow.ts", text: SOURCE }], {
  tokens: {
    accessToken: {
      text: '{"aud":["https://api.example.com"],"exp":4000000000,"iat":1700000000,"iss":"https://example.kinde.com","permissions":["read:a","read:b"],"sub":"kp_1"}',
      imported: false,
    },
  },
  env: [{ name: "REGION", value: "eu", isSecret: false }],
});

/**
 * Begins when this worker has been asked for its first run: a standby waits without.
 * @param requests tells of messages to this worker: while somebody asks for runs, this would be in their way.
 */
export async function warmUpJit(tools: RunnerOptions, requests: EventTarget): Promise<void> {
  let askedMs = 0;
  await new Promise<void>((resolve) => {
    requests.addEventListener("message", () => {
      askedMs = performance.now();
      resolve();
    });
  });
  for (let runs = 0; runs < RUNS; ) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (performance.now() - askedMs < IDLE_MS) continue;
    runProject(JIT_PROJECT, { nowMs: 0, timeoutMs: 1_000, grantConsole: true }, tools);
    runs += 1;
  }
}
