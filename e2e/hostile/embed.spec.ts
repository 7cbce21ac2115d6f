/** Embeds in a stranger's page: what code in them makes them report, and what the element around them does with messages that are forged. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "@playwright/test";
import { CANARIES, ORDINARY, workflow } from "./cases/hostile-case.ts";
import { complaintsAboutReport, ENV_NAME, EXPECTED, REPORTS } from "./cases/reports.ts";
import { expect, test } from "../test.ts";

// One page for all, so that each case begins where the one before left off.
test.describe.configure({ mode: "default" });

type Told = { readonly type: string; readonly [name: string]: unknown };
type Host = { told: Told[]; events: string[]; opened: string[]; embed: () => Window };

const embedded = `<pre><code>${workflow("").map(({ text }) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"))}</code></pre>`;
const scenario = JSON.stringify({ env: { [ENV_NAME]: CANARIES.secretEnv } }).replaceAll('"', "&quot;");
const expected = EXPECTED.replaceAll('"', "&quot;");

const hostPage = (site: string) => `<!doctype html><meta charset="utf-8"><title>A page that listens</title>
<script src="${site}embed.js"></script>
<script>
  window.told = []; window.events = []; window.opened = [];
  addEventListener("message", ({ data }) => told.push(data));
  for (const type of ["ready", "edit", "result"]) addEventListener("kinde-workflow:" + type, () => events.push(type));
  window.open = (url) => { opened.push(url); return null; };
  window.embed = () => document.querySelector("#element").shadowRoot.querySelector("iframe").contentWindow;
</script>
<kinde-workflow id="element" scenario="${scenario}" expect="${expected}">${embedded}</kinde-workflow>`;

let server: Server;
let page: Page;
const errors: string[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  server = createServer((_, response) => {
    response.setHeader("content-type", "text/html").end(hostPage(baseURL ?? ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  page = await browser.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect.poll(() => results().then(({ length }) => length)).toBe(1);
});

test.afterAll(async () => {
  await page.close();
  server.close();
});

const host = <Name extends keyof Host>(name: Name): Promise<Host[Name]> =>
  page.evaluate((member) => (window as unknown as Host)[member as Name], name) as Promise<Host[Name]>;
const results = () => host("told").then((told) => told.filter(({ type }) => type === "kinde-workflow:result"));
const forget = () => page.evaluate(() => Object.assign(window, { told: [], events: [], opened: [] }));

/** From the page around it, as its author may. */
function send(message: object): Promise<void> {
  return page.evaluate((data) => (window as unknown as Host).embed().postMessage(data, "*"), message);
}

const sendFiles = (files: unknown) => send({ type: "kinde-workflow:files", files });

test.describe("what an embed reports", () => {
  for (const report of REPORTS) {
    test(report.name, async () => {
      await forget();
      await sendFiles(report.files);
      await expect.poll(() => results().then(({ length }) => length), { intervals: [20] }).toBe(1);
      const told = await host("told");
      expect(
        complaintsAboutReport(
          report,
          told.find(({ type }) => type === "kinde-workflow:result"),
        ),
      ).toEqual([]);
      // Beside the result, only how high it is now.
      expect(told.filter(({ type }) => !/^kinde-workflow:(result|height)$/.test(type))).toEqual([]);
      for (const { height } of told.filter(({ type }) => type === "kinde-workflow:height"))
        expect(Number.isInteger(height) && Number(height) > 0).toBe(true);
    });
  }

  test("a hundred messages at once are answered by the newest, and the next run is right", async () => {
    await forget();
    await page.evaluate(
      ([before, after]) => {
        const embed = (window as unknown as Host).embed();
        for (let at = 0; at < 100; at++)
          embed?.postMessage(
            { type: "kinde-workflow:files", files: [{ name: "Workflow.ts", text: `${before}${at}${after}` }] },
            "*",
          );
      },
      (workflow(`set("at", "AT");`)[0]?.text ?? "").split('"AT"') as [string, string],
    );
    await expect.poll(async () => JSON.stringify((await results()).at(-1))).toContain('"after":"99"');
    expect((await results()).length).toBeLessThanOrEqual(100);
    await forget();
    await sendFiles(ORDINARY.files);
    await expect.poll(async () => JSON.stringify(await results())).toContain("ordinary");
  });
});

const own = (): Frame => {
  const [, frame] = page.frames();
  if (!frame) throw new Error("The embed has no frame.");
  return frame;
};
const height = () => page.locator("#element").evaluate((element) => element.getBoundingClientRect().height);

/** As if the embed's own frame had been taken over. */
async function forge(messages: readonly string[]): Promise<void> {
  await forget();
  await own().evaluate((written) => {
    const read = (text: string) =>
      JSON.parse(text, (_, value) =>
        value === "NaN" ? Number.NaN : value === "Infinity" ? Infinity : value === "-Infinity" ? -Infinity : value,
      ) as unknown;
    for (const text of written) parent.postMessage(read(text), "*");
  }, messages);
  // What is posted later is heard later.
  await own().evaluate(() => parent.postMessage({ type: "last" }, "*"));
  await expect.poll(async () => (await host("told")).at(-1)?.type).toBe("last");
}

const ofHeight = (written: string) => [`{"type":"kinde-workflow:height","height":${written},"byReader":true}`];
const toOpen = (fragment: unknown) => [JSON.stringify({ type: "kinde-workflow:open", fragment })];

test.describe("what an element does with forged messages of its own frame", () => {
  test("a height that can be, after the reader’s touch, is followed", async () => {
    await forge(ofHeight("700"));
    expect(await height()).toBe(700);
  });

  for (const written of [
    '"NaN"',
    "0",
    "-1",
    "-1e308",
    '"Infinity"',
    '"-Infinity"',
    "1e9",
    "20000",
    '"500px"',
    "[500]",
    "null",
    '{"valueOf":500}',
  ]) {
    test(`the height ${written} moves nothing`, async () => {
      const before = await height();
      await forge(ofHeight(written));
      expect(await height()).toBe(before);
    });
  }

  for (const fragment of [
    "javascript:alert(1)",
    "https://attacker.example/",
    "//attacker.example",
    "wf1.a\u0000b",
    "wf1.a\nb",
    "wf1.a#b",
    "wf1.a&<script>",
    "../../wf1.a",
    ["wf1.a"],
    { toString: "wf1.a" },
    null,
    7,
  ]) {
    test(`it opens nothing for ${JSON.stringify(fragment)}`, async () => {
      await forge(toOpen(fragment));
      expect(await host("opened")).toEqual([]);
    });
  }

  test("what it opens is this playground, whatever the fragment", async ({ baseURL }) => {
    await forge(toOpen("wf1.abc&x=https%3A%2F%2Fattacker.example"));
    expect(await host("opened")).toEqual([`${baseURL}#wf1.abc&x=https%3A%2F%2Fattacker.example`]);
  });

  test("types that it does not know, and messages that are none, raise no event", async () => {
    await forge([
      '{"type":"kinde-workflow:eval"}',
      '{"type":"click"}',
      '{"type":"__proto__"}',
      '{"type":{}}',
      "null",
      "7",
      '"text"',
      "[]",
      "{}",
    ]);
    expect(await host("events")).toEqual([]);
    await forge(['{"type":"kinde-workflow:result"}']);
    expect(await host("events")).toEqual(["result"]);
  });

  test("ten thousand messages neither move nor stop the page", async () => {
    const before = await height();
    await forge(Array.from({ length: 10_000 }, () => ofHeight("-5")[0] ?? ""));
    expect(await height()).toBe(before);
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
  });
});

test.describe("what an element does with messages of others", () => {
  for (const [name, message] of [
    ["a height", ofHeight("900")[0]],
    ["a result", '{"type":"kinde-workflow:result","outcome":"completed","tokens":[]}'],
    ["an edit", '{"type":"kinde-workflow:edit","files":[]}'],
    ["something to open", toOpen("wf1.abc")[0]],
  ] as const) {
    for (const from of ["the page itself", "another sandboxed frame"]) {
      test(`${name} from ${from} counts for nothing`, async () => {
        await forget();
        const before = await height();
        await page.evaluate(
          ([text, isPage]) => {
            const script = `parent.postMessage(${text}, "*")`;
            if (isPage) return postMessage(JSON.parse(text ?? "null"), "*");
            const frame = document.createElement("iframe");
            frame.setAttribute("sandbox", "allow-scripts");
            frame.style.position = "absolute";
            frame.srcdoc = `<script>${script}</script>`;
            document.body.append(frame);
          },
          [message, from === "the page itself"] as const,
        );
        await expect.poll(() => host("told").then(({ length }) => length)).toBe(1);
        expect({ events: await host("events"), opened: await host("opened"), height: await height() }).toEqual({
          events: [],
          opened: [],
          height: before,
        });
        await page.evaluate(() => document.querySelector("body > iframe")?.remove());
      });
    }
  }
});

test("what others say to an embed is not heard, and it says nothing to them", async () => {
  await forget();
  await page.evaluate(
    (files) => {
      const stranger = document.createElement("iframe");
      stranger.setAttribute("sandbox", "allow-scripts allow-same-origin");
      document.body.append(stranger);
      const said: unknown[] = [];
      Object.assign(window, { said });
      stranger.contentWindow?.addEventListener("message", ({ data }) => said.push(data));
      const script = stranger.contentDocument?.createElement("script");
      if (!script) throw new Error("The frame has no document.");
      script.textContent = `for (let at = 0; at < 50; at++) parent.embed().postMessage(${files}, "*")`;
      stranger.contentDocument?.body.append(script);
    },
    JSON.stringify({ type: "kinde-workflow:files", files: workflow(`set("byStranger", 1);`) }),
  );
  await sendFiles(ORDINARY.files);
  await expect.poll(async () => JSON.stringify(await results())).toContain("ordinary");
  expect(JSON.stringify(await host("told"))).not.toContain("byStranger");
  expect(await page.evaluate(() => (window as unknown as { said: unknown[] }).said)).toEqual([]);
});

test("in all of this nothing failed in the page or the embed", async () => {
  expect(errors).toEqual([]);
});
