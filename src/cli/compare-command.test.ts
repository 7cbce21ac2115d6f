import { expect, test } from "vitest";
import { commandIn, folderOf } from "../../testing/command-io.ts";

const WORKFLOW = `import { WorkflowTrigger, accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {} } };
export default async function Workflow() { accessTokenCustomClaims<{ plan: string }>().plan = "gold"; }
`;

function jwtOf(claims: object): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${encode({ alg: "RS256" })}.${encode(claims)}.AAAA`;
}

const ISSUED = { iss: "https://acme.kinde.com", sub: "kp_canary", azp: "app", scp: ["openid"], exp: 1_900_000_000 };

test("a token of somebody else is told, and as the base token it shows what the workflow did", async () => {
  const folder = folderOf({ "Workflow.ts": WORKFLOW, "token.jwt": jwtOf({ ...ISSUED, plan: "gold" }) });
  const first = await commandIn(folder, ["compare", "Workflow.ts", "token.jwt"]);
  expect(first.out).toContain("Likely cause (another-domain)");
  expect(first.out).not.toContain("canary");
  expect(first.errors).toContain("--use-as-base");
  expect(first.status).toBe(1);
  const second = await commandIn(folder, ["compare", "Workflow.ts", "token.jwt", "--use-as-base"]);
  expect(second.out).toContain("Every claim that is compared is the same in both tokens.");
  expect(second.status).toBe(0);
});

test("the token may come from stdin; what is missing in it is told", async () => {
  const folder = folderOf({ "Workflow.ts": WORKFLOW });
  const { out, status } = await commandIn(folder, ["compare", ".", "-", "--use-as-base"], {}, jwtOf(ISSUED));
  expect(out).toContain("Likely cause (not-deployed)");
  expect(status).toBe(1);
});

test("what cannot be compared is an error with a sentence", async () => {
  const folder = folderOf({ "Workflow.ts": WORKFLOW });
  for (const [words, message] of [
    [["compare", "Workflow.ts"], "compare takes a workflow and a file"],
    [["compare", "Workflow.ts", "none.jwt"], "none.jwt cannot be read"],
    [["compare", "Workflow.ts", "-"], "There is no token in this text"],
  ] as const) {
    const { errors, status } = await commandIn(folder, words);
    expect(errors).toContain(message);
    expect(status).toBe(2);
  }
});
