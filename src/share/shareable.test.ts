import { expect, test } from "vitest";
import { createProject } from "../workflow/project.ts";
import { missingSecrets, toShareable } from "./shareable.ts";

const PROJECT = createProject([{ name: "Workflow.ts", text: "" }], {
  tokens: {
    accessToken: { text: "{}", imported: false },
    idToken: { text: "canary", imported: true },
    m2mToken: { text: "canary", imported: true },
  },
  events: { "user:pre_mfa": "{}" },
  env: [
    { name: "API_KEY", value: "canary", isSecret: true },
    { name: "NEVER_SET", value: "", isSecret: true },
    { name: "REGION", value: "eu", isSecret: false },
  ],
});

test("secret values and imported tokens are left out, and named", () => {
  expect(toShareable(PROJECT)).toEqual({
    project: createProject(PROJECT.files, {
      events: { "user:pre_mfa": "{}" },
      tokens: { accessToken: { text: "{}", imported: false } },
      env: [
        { name: "API_KEY", value: "", isSecret: true },
        { name: "NEVER_SET", value: "", isSecret: true },
        { name: "REGION", value: "eu", isSecret: false },
      ],
    }),
    leftOut: { secretEnv: ["API_KEY"], importedTokens: ["idToken", "m2mToken"] },
  });
  expect(missingSecrets(PROJECT)).toEqual(["NEVER_SET"]);
  expect(missingSecrets(toShareable(PROJECT).project)).toEqual(["API_KEY", "NEVER_SET"]);
});

test("a project without either is shared as it is", () => {
  const { project } = toShareable(PROJECT);
  const filled = createProject(project.files, { env: [{ name: "REGION", value: "eu", isSecret: false }] });
  expect(toShareable(filled)).toEqual({ project: filled, leftOut: { secretEnv: [], importedTokens: [] } });
});
