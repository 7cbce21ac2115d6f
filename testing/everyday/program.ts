/** Everyday programs on which a check must speak, and others of the same kind on which it must be silent. */
import { createProject, type Project, type SourceFile } from "../../src/workflow/project.ts";

export type EverydayCode = {
  /** The check's id. */
  readonly id: string;
  readonly speaks: readonly Program[];
  readonly silent: readonly Program[];
};

export type Program = {
  readonly files: readonly SourceFile[];
  /** Of every answer to a request; 200 when absent. */
  readonly status?: number;
  /** The value of the secret variable KEY. */
  readonly secret?: string;
};

type Around = {
  /** Exports of the package to import, besides those that the body names. */
  readonly imports?: readonly string[];
  /** Names that the body uses without an import. */
  readonly unimported?: readonly string[];
  readonly bindings?: readonly string[];
  readonly trigger?: string;
  /** Code at the top level, before the function. */
  readonly top?: string;
  readonly files?: { readonly [name: string]: string };
  readonly parameter?: string;
  /** The workflow's file. */
  readonly name?: string;
  readonly status?: number;
};

const EXPORTS = [
  "accessTokenCustomClaims",
  "idTokenCustomClaims",
  "getEnvironmentVariable",
  "fetch",
  "secureFetch",
  "denyAccess",
  "createKindeAPI",
  "getM2MToken",
];
const BINDINGS = ["kinde.accessToken", "kinde.idToken", "kinde.env", "kinde.fetch", "kinde.auth", "url", "console"];

/** A whole workflow around the statements of its function; `t` holds the claims of the access token. */
export function program(body: string, around: Around = {}): Program {
  const {
    imports = [],
    unimported = [],
    bindings = BINDINGS,
    trigger = "WorkflowTrigger.UserTokenGeneration",
  } = around;
  const { top = "", files = {}, parameter = "event: any", name = "Workflow.ts", status = 200 } = around;
  const source = `${top}\n${body}`;
  const named = EXPORTS.filter(
    (one) => !unimported.includes(one) && new RegExp(`(?<![.\\w$"'])${one}\\b`).test(source),
  );
  const imported = [...new Set(["WorkflowTrigger", "accessTokenCustomClaims", ...named, ...imports])];
  const text = `import { ${imported.join(", ")} } from "@kinde/infrastructure";
${top}
export const workflowSettings = {
  id: "everyday",
  trigger: ${trigger},
  bindings: { ${bindings.map((binding) => `"${binding}": {}`).join(", ")} },
};
export default async function Workflow(${parameter}) {
  const t = accessTokenCustomClaims<any>();
${body}
}
`;
  const others = Object.entries(files).map(([other, content]) => ({ name: other, text: content }));
  return { files: [{ name, text }, ...others], status };
}

/** A workflow’s file as it stands. */
export const whole = (text: string): Program => ({ files: [{ name: "Workflow.ts", text }] });

export const bodies = (...texts: readonly string[]): readonly Program[] => texts.map((text) => program(text));

const MOCKS = ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => ({
  method,
  url: "*",
  status: 200,
  answer: "json" as const,
  body: "{}",
  latencyMs: 0,
}));
const ENV = ["KINDE_WF_M2M_CLIENT_ID", "KINDE_WF_M2M_CLIENT_SECRET"].map((name) => ({
  name,
  value: "demo",
  isSecret: false,
}));

/** A project in which every request is answered. */
export const everydayProject = ({ files, status = 200, secret }: Program): Project =>
  createProject(files, {
    env: secret === undefined ? ENV : [...ENV, { name: "KEY", value: secret, isSecret: true }],
    mocks: MOCKS.map((mock) => ({ ...mock, status })),
  });
