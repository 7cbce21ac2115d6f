/** Numbers that no double holds: from the base token through a run, every view shows and every copy carries the digits that are signed. */
import { expect, test } from "vitest";
import { reportOf } from "../../../src/embed/report-result.ts";
import { createDemoKey } from "../../../src/jwt/demo-key.ts";
import { decodeJwt } from "../../../src/jwt/decode-jwt.ts";
import { signToken } from "../../../src/jwt/sign-token.ts";
import { decodeLink, encodeLink } from "../../../src/share/link.ts";
import { toMarkdown } from "../../../src/share/markdown.ts";
import { INITIAL_VIEW } from "../../../src/store/view-state.ts";
import { issuedClaims } from "../../../src/views/result/jwt/issued-claims.ts";
import { claimsText } from "../../../src/views/result/json/claims-text.ts";
import { createProject } from "../../../src/workflow/project.ts";
import { createBench } from "./node-bench.ts";

const BASE = `{
  "sub": "kp_1", "2": 1.0, "1": 1E5,
  "kept": [9007199254740993, -0, {"deep": 0.1000000000000000055511151231257827}],
  "same": 9007199254740993,
  "near": 9007199254740992,
  "list": [[9007199254740992]]
}`;
const ISSUED =
  '{"sub":"kp_1","2":1.0,"1":1E5,"kept":[9007199254740993,-0,{"deep":0.1000000000000000055511151231257827}],' +
  '"same":9007199254740993,"near":9007199254740993,"list":[[9007199254740993]],"huge":1' +
  `${"0".repeat(400)}}`;

const PROJECT = createProject(
  [
    {
      name: "Workflow.ts",
      text: `import { accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: "user:tokens_generation", bindings: { "kinde.accessToken": {}, "kinde.fetch": {} } };
export default async function Workflow(event: any) {
  const t = accessTokenCustomClaims<any>();
  t.same = 9007199254740993n;
  t.near = 9007199254740993n;
  t.list = [[9007199254740993n]];
  t.huge = 10n ** 400n;
  console.log(event.n, kinde.fetch("https://a.test").text, kinde.fetch("https://a.test").json);
}`,
    },
  ],
  {
    tokens: { accessToken: { text: BASE, imported: false } },
    events: { "user:tokens_generation": '{"n": 9007199254740993}' },
    mocks: [
      {
        method: "GET",
        url: "https://a.test",
        status: 200,
        answer: "json",
        body: '{ "n": 9007199254740993 }',
        latencyMs: 0,
      },
    ],
  },
);

const result = await (await createBench()).run(PROJECT);
const token = result.tokens.find(({ name }) => name === "accessToken");
if (token === undefined) throw new Error("The run issued no access token.");
const squeezed = (text: string) => text.replace(/\s+/g, "");

test("what is issued has the digits of the base token and of what was written", () => {
  expect(token.issuedText).toBe(ISSUED);
  expect(token.changes.map(({ name, state }) => [name, state])).toEqual([
    ["huge", "added"],
    ["near", "replaced"],
    ["list", "replaced"],
    ["same", "written-unchanged"],
    ["sub", "unchanged"],
    ["2", "unchanged"],
    ["1", "unchanged"],
    ["kept", "unchanged"],
  ]);
});

test("the JSON diff has the same texts", () => {
  expect(squeezed(claimsText(token.base))).toBe(squeezed(BASE));
  expect(squeezed(claimsText(issuedClaims(token)))).toBe(ISSUED);
});

test("the signed token has them, and so has what is pasted from it", async () => {
  const { jwt } = await signToken(ISSUED.replace(/,"huge":10+/, ""), await createDemoKey());
  const decoded = decodeJwt(jwt);
  expect(decoded.kind === "ok" && squeezed(decoded.claimsText)).toBe(ISSUED.replace(/,"huge":10+/, ""));
});

test("so have Markdown and the report of an embed", () => {
  expect(toMarkdown(result, "accessToken")).toContain("`near` | replaced | `9007199254740992` | `9007199254740993`");
  const run = { status: "done", latest: result, lastGood: result, count: 1 } as const;
  expect(reportOf({ run, project: PROJECT, view: INITIAL_VIEW }, null)?.tokens[0]?.changes).toContainEqual({
    name: "near",
    state: "replaced",
    before: "9007199254740992",
    after: "9007199254740993",
  });
});

test("a link carries the texts as they were edited", () => {
  const link = decodeLink(encodeLink({ project: PROJECT }));
  expect(link.kind === "project" && link.shared.project).toEqual(PROJECT);
});

test("the workflow itself gets doubles, from its event and from an answer; the answer's text is as it was mocked", () => {
  expect(result.effects.find(({ kind }) => kind === "log")).toMatchObject({
    args: [{ text: "9007199254740992" }, { text: '"{\\"n\\":9007199254740993}"' }, { text: '{"n":9007199254740992}' }],
  });
});
