import { expect, test } from "vitest";
import { EXAMPLES } from "../examples/examples.ts";
import { createProject, type Project } from "../workflow/project.ts";
import type { Scenario } from "../workflow/scenario.ts";
import frozenExamples from "./examples-v1.json";
import { encodeLink } from "./link.ts";
import { toProjectJson } from "./write-project-json.ts";

const LIMITS = { unchangedExample: 100, smallEdit: 300, ownProject: 2_200 } as const;

/** A project of nobody's but this test's: 4,450 characters or more as JSON, with an edited token and event, two files, mocks and variables. */
const OWN = createProject(
  [
    {
      name: "customerTierWorkflow.ts",
      text: `import {
  onUserTokenGeneratedEvent,
  WorkflowSettings,
  WorkflowTrigger,
  fetch,
  getEnvironmentVariable,
  idTokenCustomClaims,
  accessTokenCustomClaims,
} from "@kinde/infrastructure";
import { tierFromSpend, type Ledger } from "./tiers";

// Marketing reads the tier from the ID token, the billing gateway from the access token.
export const workflowSettings: WorkflowSettings = {
  id: "customerTier",
  name: "Loyalty tier for the storefront",
  failurePolicy: { action: "stop" },
  trigger: WorkflowTrigger.UserTokenGeneration,
  bindings: {
    "kinde.accessToken": {},
    "kinde.idToken": {},
    "kinde.env": {},
    "kinde.fetch": {},
    url: {},
  },
};

export default async function addLoyaltyTier(event: onUserTokenGeneratedEvent) {
  const ledgerHost = getEnvironmentVariable("LEDGER_HOST")?.value ?? "https://ledger.brightwater.test";
  const bearer = getEnvironmentVariable("LEDGER_BEARER")?.value;
  const shopper = event.context.user.id;

  const { data: ledger } = await fetch<Ledger>(\`\${ledgerHost}/v3/shoppers/\${shopper}/purchases\`, {
    method: "GET",
    responseFormat: "json",
    headers: { Authorization: \`Bearer \${bearer}\`, "X-Brightwater-Region": "dublin" },
  });

  const yearly = ledger.purchases
    .filter((purchase) => purchase.refundedAt === null)
    .reduce((sum, purchase) => sum + purchase.cents, 0);
  const tier = tierFromSpend(yearly);
  console.log("spent", yearly, "so the tier is", tier.label);

  const idToken = idTokenCustomClaims<{ loyalty: { tier: string; since: string }; newsletter: boolean }>();
  idToken.loyalty = { tier: tier.label, since: ledger.memberSince };
  idToken.newsletter = ledger.preferences.includes("weekly-harvest");

  const accessToken = accessTokenCustomClaims<{ discount_basis_points: number; warehouse: string; permissions: string[] }>();
  accessToken.discount_basis_points = tier.basisPoints;
  accessToken.warehouse = ledger.nearestWarehouse ?? "rotterdam-2";
  // The storefront asks the policy service itself and does not need these.
  accessToken.permissions = [];
}
`,
    },
    {
      name: "tiers.ts",
      text: `export type Ledger = {
  memberSince: string;
  nearestWarehouse?: string;
  preferences: string[];
  purchases: { cents: number; refundedAt: string | null }[];
};

const LADDER = [
  { from: 250_000, label: "orchard", basisPoints: 1250 },
  { from: 80_000, label: "meadow", basisPoints: 600 },
  { from: 0, label: "seedling", basisPoints: 0 },
] as const;

export function tierFromSpend(cents: number): { label: string; basisPoints: number } {
  return LADDER.find((rung) => cents >= rung.from) ?? LADDER[2];
}
`,
    },
  ],
  {
    tokens: {
      idToken: {
        text: `{
  "at_hash": "q9Xw2mVbT1uKc0Zr7LhP4A",
  "aud": ["5be1d7704c6f4d0f9f3c1a7e88d2b946"],
  "azp": "5be1d7704c6f4d0f9f3c1a7e88d2b946",
  "email": "marguerite.oyelaran@brightwater.test",
  "exp": 1793507211,
  "family_name": "Oyelaran",
  "given_name": "Marguerite",
  "iat": 1793503611,
  "iss": "https://brightwater.kinde.com",
  "org_codes": ["org_2d81f0c95be"],
  "sub": "kp_3fa09d2be1c84f7792b6c5d01e48aa37"
}`,
        imported: false,
      },
    },
    events: {},
    env: [
      { name: "LEDGER_HOST", value: "https://ledger.staging.brightwater.test", isSecret: false },
      { name: "LEDGER_BEARER", value: "", isSecret: true },
    ],
    mocks: [
      {
        method: "GET",
        url: "https://ledger.staging.brightwater.test/v3/shoppers/*",
        status: 200,
        answer: "json",
        body: `{
  "memberSince": "2021-03-19",
  "nearestWarehouse": "gdansk-1",
  "preferences": ["weekly-harvest", "recipes"],
  "purchases": [
    { "cents": 61250, "refundedAt": null },
    { "cents": 4999, "refundedAt": "2026-02-11T08:15:00Z" },
    { "cents": 27800, "refundedAt": null }
  ]
}`,
        latencyMs: 180,
      },
      {
        method: "GET",
        url: "https://ledger.staging.brightwater.test/v3/shoppers/kp_unknown/purchases",
        status: 404,
        answer: "json",
        body: '{ "fault": "shopper-not-found", "hint": "The ledger opens an account at the first purchase." }',
        latencyMs: 35,
      },
      {
        method: "POST",
        url: "https://audit.brightwater.test/events",
        status: 503,
        answer: "error",
        body: "The audit service rests between two and three in the morning, Greenwich time; nothing is lost meanwhile.",
        latencyMs: 900,
      },
    ],
    localization: [{ key: "tier_orchard", text: "Orchard friend" }],
  },
);

const SITE = "https://playground.example/#";

function lengthOf(project: Project): number {
  return encodeLink({ project }).length;
}

/** What a person does in a minute: a claim more, a value of their own. */
function withSmallEdit(project: Project): Project {
  const [first, ...rest] = project.files;
  if (!first) throw new Error("An example has a file.");
  const end = first.text.lastIndexOf("}");
  const text = `${first.text.slice(0, end)}\n  idToken.costCentre = "marine-biology-4711";\n${first.text.slice(end)}`;
  return { ...project, files: [{ ...first, text }, ...rest] };
}

const advice = "An example has changed: run npm run freeze-examples";

test("every example as it is now is among the frozen ones", () => {
  const frozen = new Set(frozenExamples.map(({ text }) => text));
  const texts = EXAMPLES.map(({ name, title, project }) => ({
    name,
    text: JSON.stringify({ ...toProjectJson(project), title }),
  }));
  expect(texts.length).toBeGreaterThan(20);
  expect(
    texts.filter(({ text }) => !frozen.has(text)).map(({ name }) => name),
    advice,
  ).toEqual([]);
});

test(`an unchanged example costs under ${LIMITS.unchangedExample} characters, a small edit under ${LIMITS.smallEdit}`, () => {
  const sizes = EXAMPLES.map(({ name, title, project }) => ({
    name,
    unchanged: encodeLink({ project, title }).length,
    edited: encodeLink({ project: withSmallEdit(project), title, token: "idToken", view: "diff" }).length,
  }));
  for (const { name, unchanged, edited } of sizes) {
    console.log(`share: ${name}: ${unchanged} characters unchanged, ${edited} with a small edit`);
  }
  expect(
    sizes.filter(({ unchanged }) => unchanged >= LIMITS.unchangedExample),
    advice,
  ).toEqual([]);
  expect(
    sizes.filter(({ edited }) => edited >= LIMITS.smallEdit),
    advice,
  ).toEqual([]);
});

test(`a typical own project costs under ${LIMITS.ownProject} characters`, () => {
  const json = JSON.stringify(OWN).length;
  const length = lengthOf(OWN);
  console.log(
    `share: an own project of ${json} characters: a link of ${length}, with the site ${SITE.length + length}`,
  );
  expect(json).toBeGreaterThan(4_450);
  expect(length).toBeLessThan(LIMITS.ownProject);
});

test("an own project in five scenarios costs under 3,000 characters", () => {
  const [first] = OWN.scenarios;
  const mocks = (status: number) => first.mocks.map((mock) => ({ ...mock, status }));
  const named = (name: string, parts: Partial<Scenario>): Scenario => ({ ...first, ...parts, name });
  const project: Project = {
    ...OWN,
    scenarios: [
      named("gold member", {}),
      named("API down", { mocks: mocks(503) }),
      named("API is slow to answer and says that it is busy", { mocks: mocks(429) }),
      named("guest", { tokens: {}, events: {} }),
      named("no organization", { env: [] }),
    ],
  };
  const length = lengthOf(project);
  console.log(`share: five scenarios: a link of ${length}`);
  expect(length).toBeLessThan(3_000);
});
