/** `kinde-workflows compare`: how a token that Kinde issued differs from the one that is predicted, and what that most likely comes from. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { baseOfIssued } from "../claims/base-of-issued.ts";
import { compareTokens } from "../claims/compare-tokens.ts";
import { comparisonReport } from "../claims/comparison-report.ts";
import { encodeClaimsSet } from "../claims/encode-claims-set.ts";
import { decodeJwt } from "../jwt/decode-jwt.ts";
import type { NodePreparer } from "../node/node-runner.ts";
import type { ClaimsSet } from "../workflow/claim.ts";
import { readParts } from "../workflow/exact-json.ts";
import { guessTokenKind } from "../workflow/guess-token-kind.ts";
import { parseJson } from "../workflow/json.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { emptyScenario, type ScenarioParts } from "../workflow/scenario.ts";
import { TOKENS, type TokenName } from "../workflow/token.ts";
import type { Arguments } from "./arguments.ts";
import { RUN_LIMIT_MS, runWorkflow, type WorkflowToRun } from "./run-workflow.ts";
import type { CommandIo } from "./command-io.ts";
import { openTarget, TargetError } from "./target.ts";
import { workflowsOf } from "./workflows-of-target.ts";

/** @returns the exit status: 0 where nothing that is compared differs. @throws TargetError */
export async function compareCommand(args: Arguments, around: CommandIo, prepare: NodePreparer): Promise<number> {
  const [where = ".", from = "-"] = args.targets;
  const issued = await readToken(from, around);
  const target = openTarget(where, around.cwd);
  const [workflow, ...others] = workflowsOf(target);
  if (workflow === undefined || others.length > 0)
    throw new TargetError(
      `${where} holds ${others.length === 0 ? "no workflow" : "several workflows"}. Name the file of one.`,
    );
  const scenario =
    target.kind === "link" ? target.project.scenarios[0] : await scenarioOf(workflow, args.filter, around, prepare);
  const runIn = await prepare(workflow.files, { nowMs: around.nowMs(), timeoutMs: RUN_LIMIT_MS, grantConsole: true });
  let result = runIn(scenario);
  const name = tokenIn(result, issued.kind);
  if (args.useAsBase) {
    const text = encodeClaimsSet(baseOfIssued(issued.claims, changesOf(result, name)));
    result = runIn({ ...scenario, tokens: { ...scenario.tokens, [name]: { text, imported: true } } });
  }
  const comparison = compareTokens({
    token: name,
    issuedKind: issued.kind,
    changes: changesOf(result, name),
    isIssuedHere: result.tokens.some((token) => token.name === name && token.issuedText !== null),
    issued: issued.claims,
    failurePolicy: result.settings.failurePolicy,
    nowSeconds: Math.floor(around.nowMs() / 1_000),
  });
  around.print(comparisonReport(name, comparison));
  if (comparison.cause?.offersBase && !args.useAsBase)
    around.error("With --use-as-base the workflow starts from this token, without what it wrote itself.\n");
  return comparison.cause === null ? 0 : 1;
}

async function readToken(
  from: string,
  around: CommandIo,
): Promise<{ readonly claims: ClaimsSet; readonly kind: TokenName }> {
  let text: string;
  try {
    text = from === "-" ? await around.readInput() : readFileSync(resolve(around.cwd, from), "utf8");
  } catch (cause) {
    throw new TargetError(`${from} cannot be read. Name a file that holds the token, or - for stdin.`, { cause });
  }
  const decoded = decodeJwt(text);
  if (decoded.kind === "invalid") throw new TargetError(decoded.message);
  return { claims: readParts(decoded.claimsText).parts, kind: guessTokenKind(parseJson(decoded.claimsText)) };
}

/** The first scenario beside the workflow whose name has the text; everything at its seed where there are none. */
async function scenarioOf(
  workflow: WorkflowToRun,
  filter: string,
  around: CommandIo,
  prepare: NodePreparer,
): Promise<ScenarioParts> {
  if (workflow.scenarios === null && filter === "") return emptyScenario();
  const done = await runWorkflow(workflow, prepare, {
    isWanted: (scenario) => scenario.toLowerCase().includes(filter.toLowerCase()),
    secret: (name) => around.env[name],
    nowMs: around.nowMs(),
    onRun: () => {},
  });
  const [mistake] = done?.report.mistakes ?? [];
  if (mistake) throw new TargetError(`${mistake.file}:${mistake.line}:${mistake.column} ${mistake.message}`);
  const found = done?.runs[0]?.project.scenarios[0];
  if (found === undefined && filter !== "") throw new TargetError(`No scenario has “${filter}” in its name.`);
  return found ?? emptyScenario();
}

/** The predicted token of the same kind, else the first that the trigger carries. */
function tokenIn({ tokens, trigger }: RunResult, kind: TokenName): TokenName {
  const [first] = tokens;
  if (first === undefined)
    throw new TargetError(
      `The trigger ${trigger} carries no token, so there is no ${TOKENS[kind].label} to compare with.`,
    );
  return tokens.find(({ name }) => name === kind)?.name ?? first.name;
}

function changesOf({ tokens }: RunResult, name: TokenName) {
  return tokens.find((token) => token.name === name)?.changes ?? [];
}
