/** Runs hostile projects in Node through the very pipeline of the browser's worker, and looks at the host after each. */
import { nodeBundle } from "../../../src/node/node-bundler.ts";
import { createNodeRunner } from "../../../src/node/node-runner.ts";
import type { Project } from "../../../src/workflow/project.ts";
import type { RunResult } from "../../../src/workflow/run-result.ts";
import { changedSince, hostSnapshot } from "./host-snapshot.ts";
import { CANARIES, type HostileRun, ORDINARY, ORDINARY_TOKEN, projectOf } from "./hostile-case.ts";
import { complaintsAbout } from "./judge-run.ts";

/** For code that is to run into it, and for code that must end by itself, on a machine that is doing much else. */
const SHORT_MS = 250;
const LONG_MS = 5_000;
const NOW_MS = 1_795_424_400_000;

type Bench = {
  run(project: Project, timeoutMs?: number): Promise<RunResult>;
  /** Everything that is wrong with how a hostile run ended or with what it left behind; empty when all is right. */
  judge(run: HostileRun): Promise<readonly string[]>;
};

export async function createBench(): Promise<Bench> {
  const inNode = await createNodeRunner();
  Object.assign(globalThis, { hostCanary: CANARIES.hostGlobal });

  const run = (project: Project, timeoutMs = LONG_MS) =>
    inNode(project, { nowMs: NOW_MS, timeoutMs, grantConsole: true });
  await run(ORDINARY, 10_000);
  // Where the first program that needs it would load it, and leave `self` on Node's globals.
  await nodeBundle(ORDINARY.files, ORDINARY.files[0]?.name ?? "");

  return {
    run,
    async judge(hostile) {
      const before = hostSnapshot();
      const result = await run(
        projectOf(hostile),
        hostile.timeoutMs ?? (hostile.ends.includes("time") ? SHORT_MS : LONG_MS),
      );
      const complaints = [...complaintsAbout(hostile, result)];
      complaints.push(...changedSince(before).map((path) => `${path} of the host has changed`));
      const next = await run(ORDINARY, 5_000);
      const token = next.tokens[0]?.issuedText;
      if (token !== ORDINARY_TOKEN)
        complaints.push(`the next ordinary run gave ${token ?? JSON.stringify(next.outcome)}`);
      return complaints;
    },
  };
}
