import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import { ATTRIBUTE_NAMES, attributeMistakes } from "./attribute-mistakes.ts";
import type { KindeWorkflowResult } from "./element/embed.d.ts";
import type { EmbedMessage } from "./messages.ts";
import { findEmbeds } from "./find-embeds.ts";

const told = (tag: string) => attributeMistakes(findEmbeds(`${tag}</kinde-workflow>`)[0]?.attributes ?? new Map());

test("an attribute that nothing reads is told; those of every element are not", () => {
  const page = '<kinde-workflow expects="a" className="x" data-y="1" aria-label="z" startLine="3" client:load>';
  expect(told(page).filter((one) => !one.includes("client"))).toEqual([
    "<kinde-workflow> has no attribute expects. Did you mean expect?",
  ]);
});

test("a value that means nothing is told with what is expected", () => {
  expect(
    told('<kinde-workflow token="access" view="table" theme="night" height="tall" start-line="x" highlight="3..5">'),
  ).toEqual([
    'token="access" means nothing to <kinde-workflow>. Expected: accessToken, idToken, m2mToken.',
    'view="table" means nothing to <kinde-workflow>. Expected: code, diff, grid, jwt, split.',
    'theme="night" means nothing to <kinde-workflow>. Expected: auto, light, dark.',
    'height="tall" means nothing to <kinde-workflow>. Expected: auto, or a number of pixels.',
    'start-line="x" means nothing to <kinde-workflow>. Expected: a number.',
    'highlight="3..5" means nothing to <kinde-workflow>. Expected: lines such as 3,5-7.',
  ]);
});

test("all that is documented is silent, and the shipped types know the same attributes", () => {
  expect(
    told(
      '<kinde-workflow token="idToken" view="diff" theme="auto" title="x" readonly height="300" start-line="4" highlight="3, 5-7" expect="a added">',
    ),
  ).toEqual([]);
  const types = readFileSync(new URL("./element/embed.d.ts", import.meta.url), "utf8");
  const block = /interface KindeWorkflowAttributes \{([\s\S]*?)\n\}/.exec(types)?.[1] ?? "";
  const names = [...block.matchAll(/^ {2}"?([\w-]+)"?\?:/gm)].map(([, name]) => name);
  expect(names.toSorted()).toEqual([...ATTRIBUTE_NAMES].toSorted());
  expectTypeOf<Extract<EmbedMessage, { type: "kinde-workflow:result" }>>().toExtend<KindeWorkflowResult>();
});
