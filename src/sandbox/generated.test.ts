/** Two thousand random workflows leave exactly the record that the rules predict. `GENERATED_SEED` repeats a failing run. */
import { expect, test } from "vitest";
import { createRandom } from "../../testing/random.ts";
import { locate, programOf, sandbox, input, workflowOf } from "../../testing/run-body.ts";
import { randomWorkflow } from "../../testing/workflow-model.ts";

const CASES = 2_000;
const FIRST_SEED = Number(process.env["GENERATED_SEED"] ?? 1);
const SETTINGS = { text: '{"bindings":{"kinde.accessToken":{},"console":{}}}', problem: null };

test(`${CASES} random workflows`, async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
    const model = randomWorkflow(createRandom(seed));
    const program = programOf(workflowOf(model.body));
    const { outcome, effects } = await sandbox.execute(program, SETTINGS, input, { locate });
    const record = {
      claims: effects.flatMap((effect) =>
        effect.kind === "claim"
          ? [[effect.name, effect.value.problem ? undefined : JSON.parse(effect.value.text)]]
          : [],
      ),
      logs: effects.flatMap((effect) => (effect.kind === "log" ? effect.args.map(({ text }) => JSON.parse(text)) : [])),
      failure: outcome.kind === "failed" ? outcome.error.productionText.split("\n")[0] : null,
    };
    const { claims, logs, failure } = model;
    expect(record, `seed ${seed}:\n${model.body}\n${JSON.stringify(outcome)}`).toEqual({ claims, logs, failure });
  }
}, 120_000);
