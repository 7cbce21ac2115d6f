/** What is shown is what is signed, digit by digit. */
import { PlaygroundPage, workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

const WRITES_BIG = `import { accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: "user:tokens_generation", bindings: { "kinde.accessToken": {} } };
export default async function Workflow() {
  const t = accessTokenCustomClaims<any>();
  t.near = [9007199254740993n];
}`;

test("numbers that no double holds stand in every view as they are signed", async ({ playground }) => {
  const { page } = playground;
  await playground.writeCode(WRITES_BIG);
  await playground.tab("Base tokens");
  const base = page.getByRole("textbox", { name: "Access token, base claims as JSON" });
  await base.fill('{"sub": "kp_1", "kept": [9007199254740993, -0, 1.0, 1E5], "near": [9007199254740992]}');
  await expect(playground.claim("near", "replaced")).toContainText("9007199254740993");

  await page.getByRole("tab", { name: "JSON diff" }).click();
  const diff = page.locator(".json-diff");
  await expect(diff).toContainText("9007199254740992");
  await expect(diff.locator(".modified")).toContainText("9007199254740993");
  await page.getByRole("tab", { name: "JWT" }).click();
  await expect(page.getByRole("figure", { name: "Claims set" })).toContainText("9007199254740993");
  const payload = await page.locator(".jwt-part--payload").textContent();
  expect(Buffer.from(payload ?? "", "base64url").toString()).toBe(
    '{"sub":"kp_1","kept":[9007199254740993,-0,1.0,1E5],"near":[9007199254740993]}',
  );

  await base.fill('{"sub": "kp_1", "in": {"a": 1, "a": 2}}');
  await expect(
    page.locator(".json-editor__mistake", { hasText: 'The name "a" stands twice in this object.' }),
  ).toBeVisible();
  await playground.tab("Event");
  await page.getByRole("textbox", { name: /^Event for/ }).fill('{"n": 9007199254740993}');
  await expect(page.getByText("The workflow gets 9007199254740992 for 9007199254740993")).toBeVisible();
});

const WRITES_EQUALS = `import { accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: "user:tokens_generation", bindings: { "kinde.accessToken": {} } };
export default async function Workflow() {
  const t = accessTokenCustomClaims<any>();
  t.whole = 1; t.zero = 0; t.power = 1e23;
  t.inside = { list: [100, { b: 0.1, a: [1, 2] }], text: "1.0" };
  t.part = { flag: true, limit: 5, rates: [1, 30, 2.5] };
}`;
const EQUALS = `{"sub":"kp_1","kept":1.0,"whole":1.0,"zero":-0,"power":100000000000000000000000,
  "inside":{"text":"1.0","list":[1E2,{"a":[1.00,2],"b":0.10}]},
  "part":{"limit":4.0,"flag":true,"rates":[1.0,25e-1]}}`;
const SIGNED =
  '{"sub":"kp_1","kept":1.0,"whole":1,"zero":0,"power":1e+23,"inside":{"list":[100,{"b":0.1,"a":[1,2]}],"text":"1.0"},' +
  '"part":{"flag":true,"limit":5,"rates":[1,30,2.5]}}';

/**
 * What counts is the text that is signed: a claim that nobody writes keeps its digits, one that is written has those of JSON.stringify.
 * Whether it changed is a question of its value: neither the spelling of a number nor the order of names is a change, in any view.
 */
test("an equal number in another spelling is no change in any view, and each shows what is signed", async ({
  playground,
}) => {
  const { page } = playground;
  await playground.writeCode(WRITES_EQUALS);
  await playground.tab("Base tokens");
  await page.getByRole("textbox", { name: "Access token, base claims as JSON" }).fill(EQUALS);
  const values = (name: string, state: string) => playground.claim(name, state).locator(".copy-value__text");
  const same = "written, unchanged";
  await expect(values("whole", same)).toHaveText([/: 1$/]);
  await expect(values("zero", same)).toHaveText([/: 0$/]);
  await expect(values("power", same)).toHaveText([/: 1e\+23$/]);
  await expect(values("inside", same)).toHaveText([/: \{"list":\[100,\{"b":0\.1,"a":\[1,2\]\}\],"text":"1\.0"\}$/]);
  await expect(values("part", "replaced")).toHaveText([/: 4\.0$/, /: 5$/, /: 30$/]);

  await page.getByRole("tab", { name: "JSON diff" }).click();
  const diff = page.locator(".json-diff");
  await expect(diff.locator(".editor.original .line-delete")).toHaveCount(1);
  await expect(diff.locator(".editor.modified .line-insert")).toHaveCount(2);
  const drawn = async (side: string) =>
    (await diff.locator(`.editor.${side} .view-line`).allTextContents()).join("").replace(/\s/g, "");
  expect(await drawn("original")).toContain('"part":{"flag":true,"limit":4.0,"rates":[1.0,25e-1]}}');
  expect(await drawn("modified")).toContain('"part":{"flag":true,"limit":5,"rates":[1,30,2.5]}}');
  await page.getByRole("tab", { name: "JWT" }).click();
  const payload = await page.locator(".jwt-part--payload").textContent();
  expect(Buffer.from(payload ?? "", "base64url").toString()).toBe(SIGNED);
});

const LURES = `![](/assets/lure.png) ![x](https://stranger.example/i.png) <img src="/assets/raw.png"> [Kinde](https://stranger.example/a)
 * <a href="https://stranger.example/b">Kinde</a> <https://stranger.example/c> https://stranger.example/d [r] [f](file:///etc/passwd) [c](command:x)
 *
 * [r]: https://stranger.example/e`;

test("what comments say in hovers, suggestions and signatures is text: no link, no image, no request", async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editorReady();
  await playground.writeCode(
    workflow(`  token.site = "https://stranger.example/f www.stranger.example file:///etc/passwd";`),
  );
  await expect(playground.claim("site", "added")).toBeVisible();
  await playground.tab("JSON diff");
  await expect(page.locator(".json-diff .editor.modified")).toContainText("stranger.example/f");
  await playground.writeCode(`/**
 * ${LURES}
 * @param hidden **bold** ${LURES}
 */
export function lureFunction(hidden: string) { return hidden; }

lureFunction(`);
  const before = playground.requests.length;
  const shown = page.locator(".rendered-markdown:visible");
  const harmless = async (words: RegExp) => {
    await expect(shown.filter({ hasText: words }).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.locator(".rendered-markdown :is(a, img, video, audio, iframe, object, input, svg)")).toHaveCount(
      0,
    );
  };
  await page.keyboard.press("ControlOrMeta+Shift+Space");
  await harmless(/\[Kinde\]\(https:\/\/stranger\.example\/a\)/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.press("ControlOrMeta+i");
  await harmless(/stranger\.example\/d/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");
  await page.keyboard.insertText(");\nlureFun");
  await page.keyboard.press("ControlOrMeta+Space");
  await expect(page.locator(".suggest-widget")).toContainText("lureFunction");
  // The key opens the list, or, where typing has already opened it, its details.
  await expect(async () => {
    if (!(await shown.first().isVisible())) await page.keyboard.press("ControlOrMeta+Space");
    await expect(shown.first()).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await harmless(/stranger\.example/);
  await expect(page.locator(".json-diff .editor.modified")).toContainText("stranger.example/f");
  await expect(page.locator(".detected-link, .detected-link-active")).toHaveCount(0);
  const after = playground.requests.slice(before).map((request) => request.url());
  expect(after.filter((url) => /lure|raw|stranger|passwd/.test(url))).toEqual([]);
});
