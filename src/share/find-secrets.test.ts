import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXAMPLES } from "../examples/examples.ts";
import { seedToken } from "../workflow/base-token.ts";
import { seedEvent } from "../workflow/event.ts";
import { createProject, type Project } from "../workflow/project.ts";
import { createRandom } from "../../testing/random.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import { TRIGGER_NAMES } from "../workflow/trigger.ts";
import { DICTIONARY_V1 } from "./dictionary-v1.ts";
import { findSecrets } from "./find-secrets.ts";
import { looksRandom } from "./looks-random.ts";

const EMPTY = createProject([]);

function inFile(text: string): Project {
  return { ...EMPTY, files: [{ name: "aWorkflow.ts", text }] };
}

function kindsIn(text: string): readonly string[] {
  return findSecrets(inFile(text)).map(({ kind }) => kind);
}

function base64url(text: string): string {
  return Buffer.from(text).toString("base64url");
}

function jwt(header: object, claims: object, signature: string): string {
  return `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}.${signature}`;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function randomText(seed: number, length: number, alphabet = LETTERS): string {
  const random = createRandom(seed);
  return Array.from({ length }, () => alphabet.charAt(random.below(alphabet.length))).join("");
}

const SIGNATURE = randomText(1, 342, `${LETTERS}-_`);
const RS256 = { alg: "RS256", kid: "b1:22", typ: "JWT" };

/** Put together here, so that no scanner of this repository takes them for real ones. */
const KEYS: readonly string[] = [
  ["sk", "live", randomText(2, 24)].join("_"),
  ["rk", "live", randomText(3, 24)].join("_"),
  ["sk", "test", randomText(4, 24)].join("_"),
  ["whsec", randomText(5, 32)].join("_"),
  `${"AK"}IA${randomText(6, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`,
  ["ghp", randomText(7, 36)].join("_"),
  ["github", "pat", randomText(8, 59)].join("_"),
  ["glpat", randomText(9, 20)].join("-"),
  ["xoxb", "2874", "8812", randomText(10, 24)].join("-"),
  `${"AI"}za${randomText(11, 35)}`,
  ["sk", "proj", randomText(12, 40)].join("-"),
  ["SG", randomText(13, 22), randomText(14, 43)].join("."),
  ["npm", randomText(15, 36)].join("_"),
];

test("a signed JWT is found, with its place and little of its text", () => {
  const token = jwt(RS256, { iss: "https://acme.kinde.com", sub: "kp_1" }, SIGNATURE);
  expect(findSecrets(inFile(`// one\nconst token = "${token}";\n`))).toEqual([
    {
      part: { kind: "file", name: "aWorkflow.ts" },
      where: "aWorkflow.ts",
      line: 2,
      kind: "jwt",
      what: "a signed JWT",
      excerpt: `${token.slice(0, 8)}••••••`,
    },
  ]);
});

test("JWTs that nobody issued are ordinary: unsigned, unsecured, made up, for examples", () => {
  const claims = { iss: "https://acme.kinde.com", sub: "kp_1" };
  const ordinary = [
    jwt({ alg: "none" }, claims, ""),
    jwt({ alg: "none" }, claims, SIGNATURE),
    jwt(RS256, claims, "signature"),
    jwt(RS256, claims, "A".repeat(342)),
    jwt(RS256, { iss: "https://example.kinde.com" }, SIGNATURE),
    jwt(RS256, { iss: "https://issuer.example" }, SIGNATURE),
    jwt(RS256, { iss: "https://auth.example.com/" }, SIGNATURE),
    jwt(
      { alg: "HS256", typ: "JWT" },
      { sub: "1234567890", name: "John Doe", iat: 1516239022 },
      "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
    ),
  ];
  for (const token of ordinary) expect(kindsIn(`const token = "${token}";`), token).not.toContain("jwt");
});

test("private keys and the published shapes of keys are found wherever they stand", () => {
  const pem = (name: string) => `-----BEGIN ${name}-----`;
  for (const name of [
    "PRIVATE KEY",
    "RSA PRIVATE KEY",
    "EC PRIVATE KEY",
    "ENCRYPTED PRIVATE KEY",
    "OPENSSH PRIVATE KEY",
  ]) {
    expect(kindsIn(`const key = \`${pem(name)}\nMIIEvQ\``), name).toEqual(["private-key"]);
  }
  expect(kindsIn(pem("PUBLIC KEY"))).toEqual([]);
  for (const key of KEYS) {
    for (const text of [`const a = "${key}";`, `// ${key}`, `fetch(\`https://api.acme.io/?k=${key}\`)`, `"${key}"`]) {
      expect(kindsIn(text), text).toEqual(["known-key"]);
    }
  }
});

test("passwords and client secrets written out are found", () => {
  const secrets = [
    'const password = "hunter2!";',
    "password: 'Tr0ub4dor&3',",
    '{ "client_secret": "kQ9vT2mZx7" }',
    '{\\"client_secret\\": \\"kQ9vT2mZx7\\"}',
    'const KINDE_WF_M2M_CLIENT_SECRET = "kQ9vT2mZx7Lr";',
    'process["API_KEY"] = "a8f5f167f44f"',
    '"grant_type=client_credentials&client_secret=kQ9vT2mZx7"',
    "postgres://app:s3cretly@db.acme.io/main",
    '{ Authorization: "Bearer 7f3b9c2d8e1a" }',
    `{ Authorization: "Basic ${Buffer.from("app:Pa55word").toString("base64")}" }`,
  ];
  for (const text of secrets) expect(kindsIn(text), text).toEqual(["password"]);
});

const ORDINARY: readonly string[] = [
  'const secret = getEnvironmentVariable("KINDE_WF_M2M_CLIENT_SECRET")?.value;',
  'const apiKey = getEnvironmentVariable("API_KEY").value ?? "";',
  "{ Authorization: `Bearer $" + "{token}` }",
  '{ Authorization: "Bearer YOUR_TOKEN_HERE_123" }',
  "const url = `https://$" + "{user}:$" + "{password}@api.example.com`;",
  'invalidateFormField("p_first_password", "Use at least 12 characters.");',
  'const password = "";',
  "type Credentials = { password: string; client_secret: string; apiKey?: string };",
  "client_secret: env.CLIENT_SECRET,",
  'body: new URLSearchParams({ grant_type: "client_credentials", client_secret: clientSecret })',
  'newPasswordReason: "initial"',
  'const passwordField = "p_first_password";',
  'const tokenName = "accessToken";',
  'password: "your-password-1"',
  'apiKey: "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx"',
  'const key = "sk_live_example1234567890abcdef";',
  'const user = "kp_76fae1d99ca04f5ea06b1c1e8a2b3c4d";',
  'const org = "org_7c4e6f9a2b1";',
  'const connection = "conn_0190a1b2c3d4e5f60718293a4b5c6d7e";',
  'const clientId = "299627bd8bfa493f8b17e6aec8ebfb86";',
  'const role = "0190a1b2-c3d4-7e5f-8071-829304a5b6c7";',
  'const event = "01ARZ3NDEKTSV4RRFFQ69G5FAV";',
  'const price = "price_1MoBy5LkdIwHu7ixZhnattbh";',
  'const mongo = "507f1f77bcf86cd799439011";',
  "// see commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
  '"integrity": "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="',
  'picture: "https://lh3.googleusercontent.com/a/ACg8ocJx7Zt2K9mQv4LpR8nW3bYd5HfG6sT1uE0iO-aVcXz=s96-c"',
  'const logo = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";',
  '{ "kty": "RSA", "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc", "e": "AQAB" }',
  "export default async function handleExistingPasswordProvided2FAEvent(event: onExistingPasswordProvidedEvent) {}",
  'import { aVeryLongHelperNameNumber1, anotherLongHelperName2 } from "../../lib/Some2Long3Path/toAModule4";',
  "const path = `organizations/$" + "{orgCode}/users/$" + "{userId}/roles/v2/permissions_by_role_id`;",
  'const hasura = "x-hasura-allowed-roles-of-organization-1";',
  'const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";',
  'const hex = "0123456789abcdef0123456789abcdef";',
  "const mask = 0xffffffffffffffffffffffffffffffffffffffffffffffffffffn;",
  'const userAgent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";',
  "// 2026-11-23T04:09:16.000Z_to_2026-12-31T23:59:59.999Z",
  "const separator = '------------------------------------------------';",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1",
  'const flag = "is_new_billing_2025_experiment_enabled_for_v3";',
  "MAX_NUMBER_OF_ORGANIZATION_MEMBERS_2_ALLOWED_PER_PLAN",
];

test("ordinary code does not alarm", () => {
  for (const text of ORDINARY) expect(findSecrets(inFile(text)), text).toEqual([]);
});

test("no example alarms", () => {
  expect(EXAMPLES.flatMap(({ name, project }) => findSecrets(project).map((finding) => ({ name, finding })))).toEqual(
    [],
  );
});

test("no seed, no source file of this project and no word of the dictionary alarms", () => {
  const tokens = Object.fromEntries(
    TOKEN_NAMES.map((token) => [token, { text: seedToken(token, 1_790_000_000), imported: false }]),
  );
  const events = Object.fromEntries(TRIGGER_NAMES.map((trigger) => [trigger, seedEvent(trigger)]));
  expect(findSecrets(createProject([], { tokens, events }))).toEqual([]);
  expect(findSecrets(inFile(DICTIONARY_V1))).toEqual([]);
  const sources = new URL("../workflow/", import.meta.url);
  const files = readdirSync(sources).map((name) => ({ name, text: readFileSync(new URL(name, sources), "utf8") }));
  expect(files.length).toBeGreaterThan(10);
  expect(findSecrets({ ...EMPTY, files })).toEqual([]);
});

test("generated keys are found and ids are not", () => {
  const found = (length: number, alphabet: string) =>
    Array.from({ length: 1_000 }, (_, seed) => randomText(seed, length, alphabet)).filter(looksRandom).length / 1_000;
  const hex = "0123456789abcdef";
  const rates = {
    "24 letters and digits": found(24, LETTERS),
    "32 letters and digits": found(32, LETTERS),
    "40 base64 characters": found(40, `${LETTERS}+/`),
    "43 base64url characters": found(43, `${LETTERS}-_`),
    "64 hexadecimal digits": found(64, hex),
    "32 hexadecimal digits": found(32, hex),
  };
  console.log(`share: generated text found: ${JSON.stringify(rates)}`);
  expect(rates["24 letters and digits"]).toBeGreaterThan(0.85);
  expect(rates["32 letters and digits"]).toBeGreaterThan(0.95);
  expect(rates["40 base64 characters"]).toBeGreaterThan(0.97);
  expect(rates["43 base64url characters"]).toBeGreaterThan(0.97);
  expect(rates["64 hexadecimal digits"]).toBeGreaterThan(0.99);
  expect(rates["32 hexadecimal digits"]).toBe(0);
  expect(kindsIn(`const aes = "${randomText(20, 64, hex)}";`)).toEqual(["random-text"]);
});

test("every part that a link carries is searched, and only those", () => {
  const key = KEYS[0] ?? "";
  const secret = { name: "API_KEY", value: key, isSecret: true };
  const project = createProject([{ name: "aWorkflow.ts", text: `\n\n${key}` }], {
    tokens: { idToken: { text: key, imported: true }, accessToken: { text: `{\n"a":"${key}"}`, imported: false } },
    events: { "user:pre_mfa": `{"a":"${key}"}` },
    env: [{ name: "STRIPE", value: key, isSecret: false }],
    mocks: [
      { method: "GET", url: "https://api.acme.io", status: 200, answer: "text", body: "", latencyMs: 0 },
      {
        method: "GET",
        url: `https://api.acme.io?k=${key}`,
        status: 200,
        answer: "text",
        body: `a\n${key}`,
        latencyMs: 0,
      },
    ],
    localization: [{ key: "hello", text: key }],
  });
  expect(findSecrets(project).map(({ part, where, line }) => [part.kind, part.name, where, line])).toEqual([
    ["file", "aWorkflow.ts", "aWorkflow.ts", 3],
    ["token", "accessToken", "Access token", 2],
    ["event", "user:pre_mfa", "Event of user:pre_mfa", 1],
    ["env", "STRIPE", "Environment variable STRIPE", 1],
    ["mock", "2", "Fetch mock 2, URL", 1],
    ["mock", "2", "Fetch mock 2, body", 2],
    ["localization", "hello", "Localization hello", 1],
  ]);
  expect(findSecrets(createProject([], { env: [secret] }))).toEqual([]);
});

test("the value of a secret variable is found where it was also typed in", () => {
  const project = createProject(inFile('const region = "plainwords";').files, {
    env: [{ name: "REGION_CODE", value: "plainwords", isSecret: true }],
  });
  expect(findSecrets(project)).toEqual([
    {
      part: { kind: "file", name: "aWorkflow.ts" },
      where: "aWorkflow.ts",
      line: 1,
      kind: "secret-value",
      what: "the value of the secret variable REGION_CODE",
      excerpt: "pl••••••",
    },
  ]);
});

test("no shape of text keeps the search from ending soon", () => {
  const shapes = [
    "a",
    "A1b2",
    "eyJ",
    "eyJ.",
    "sk_live_",
    "password=",
    ' "password": "',
    "Bearer ",
    "://a:",
    "-",
    " ",
    "\n",
    "x/",
    'secret="a1!aaa" ',
  ];
  for (const shape of shapes) {
    const started = performance.now();
    findSecrets(inFile(shape.repeat(Math.floor(300_000 / shape.length))));
    expect(performance.now() - started, shape).toBeLessThan(5_000);
  }
}, 120_000);

test("a comment in an opened scenarios.json is read; what it says besides is read once, in the scenarios", () => {
  const key = ["sk", "live", randomText(2, 24)].join("_");
  const text = `{ "version": 1, // ${key}\n "scenarios": [{ "name": "a", "env": { "A": "${key}" } }] }`;
  const project = createProject([], { env: [{ name: "A", value: key, isSecret: false }] });
  const found = findSecrets({ ...project, opened: { text, nowMs: 0 } });
  expect(found.map(({ where, line }) => `${where}, ${line}`)).toEqual([
    "Comments in scenarios.json, 1",
    "Environment variable A, 1",
  ]);
});
