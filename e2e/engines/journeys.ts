/** A dozen journeys that every engine must be able to make on the built page. */
import { createLocalJWKSet, jwtVerify } from "jose";
import { tryWaysOut } from "../hostile/ways-out.ts";
import { BLOCKED, OPEN, type Site, WITH_HEADERS, WITHOUT_INTERFACE } from "./site.ts";
import { type Visit, workflow } from "./visit.ts";

export type World = { readonly site: Site; readonly stranger: Site; show(html: string): void };
export type Journey = (visit: Visit, world: World) => Promise<void>;
export type Journeys = { readonly [title: string]: Journey };

function must(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

const pauseMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const CODE = workflow('token.embedded = "yes";').replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A stranger's page with an element, a bare frame, and a record of what they tell. */
function hostPage(site: string): string {
  const settings = encodeURIComponent(
    JSON.stringify({ files: [{ name: "Workflow.ts", text: workflow("token.bare = 1;") }] }),
  );
  return `<!doctype html><meta charset="utf-8"><title>Documentation</title><link rel="icon" href="data:,">
<script>window.told = []; addEventListener("message", ({ data }) => told.push(data));</script>
<script src="${site}embed.js"></script>
<kinde-workflow><pre><code>${CODE}</code></pre></kinde-workflow>
<iframe sandbox="allow-scripts" style="width: 900px; height: 500px" src="${site}embed.html#settings=${settings}"></iframe>`;
}

async function embedsAnswer(visit: Visit, { site, stranger, show }: World, prefix: string): Promise<void> {
  show(hostPage(site.url + prefix));
  await visit.tab.goto(stranger.url);
  for (const claim of ["embedded", "bare"])
    await visit.until(
      `the embed with the claim ${claim}`,
      (name) => JSON.stringify((window as unknown as { told: unknown[] }).told).includes(`"name":"${name}"`),
      [claim] as const,
    );
}

/** Every way out of the frame, and of a worker that is started in it as the playground starts its own. */
async function openWays(visit: Visit, { site, stranger }: World): Promise<readonly string[]> {
  stranger.seen.length = 0;
  await visit.run(
    (source: string, given: { stranger: string; own: string; without: readonly string[] }) => {
      const url = URL.createObjectURL(
        new Blob([`onmessage = async ({ data }) => postMessage(await (${source})(data, postMessage))`], {
          type: "text/javascript",
        }),
      );
      const worker = new Worker(url);
      Object.assign(window, { waysTried: "none yet" });
      worker.addEventListener("message", ({ data }) => Object.assign(window, { waysTried: data }));
      worker.addEventListener("error", ({ message }) => Object.assign(window, { waysTried: `an error: ${message}` }));
      worker.postMessage(given);
    },
    // Firefox 153 now and then never returns from a worker's own `new Worker` of another origin; Chromium's tests try that.
    [tryWaysOut.toString(), { stranger: stranger.url, own: site.url, without: ["Worker"] }] as const,
    { frame: 0 },
  );
  await visit.until(
    "more than twenty ways out of a worker tried",
    () => {
      const { waysTried } = window as unknown as { waysTried: object | string };
      if (typeof waysTried === "string") throw new Error(`the last is ${waysTried}`);
      return Object.keys(waysTried).length > 20;
    },
    [],
    { frame: 0 },
  );
  await visit.run(
    (address: string) => {
      document.body.append(Object.assign(new Image(), { src: `${address}image` }));
      Object.assign(window, { isFetched: false });
      const end = () => Object.assign(window, { isFetched: true });
      fetch(`${address}page-fetch`, { mode: "no-cors" }).then(end, end);
    },
    [stranger.url] as const,
    { frame: 0 },
  );
  await visit.until("the end of a fetch", () => (window as unknown as { isFetched: boolean }).isFetched, [], {
    frame: 0,
  });
  await pauseMs(300);
  return [...stranger.seen];
}

/** Made one after the other on one page, each going on where the one before it ended; the first opens it. */
const ON_ONE_PAGE: Journeys = {
  "first result": async (visit) => {
    await visit.open();
    await visit.claim("companyName", "added");
  },

  typing: async (visit) => {
    await visit.write(`${workflow("token.typed = answer();")} const answer = () => 4`);
    await visit.claim("typed", "4");
    await visit.tab.type("2");
    await visit.claim("typed", "42");
    await visit.tab.type("3");
    await visit.claim("typed", "423");
  },

  paste: async (visit) => {
    await visit.write(workflow('token.pasted = "once";'));
    await visit.claim("pasted", "once");
    await visit.tab.press("Control+a");
    await visit.tab.press("Control+x");
    await visit.says("no workflow|has no default export|export", undefined);
    await visit.tab.press("Control+v");
    await visit.claim("pasted", "once");
  },

  "hang and recovery": async (visit) => {
    await visit.write(workflow("for (;;) {}"));
    await visit.says("execution time exceeded|time limit");
    await visit.write(workflow("token.after = 1;"));
    await visit.claim("after", "added");
  },

  "JWT verified": async (visit) => {
    await visit.click({ css: "[role=tab]", text: "^JWT" });
    const copied = async (label: string): Promise<string> => {
      await visit.run(() => {
        Object.assign(window, { copied: "" });
        navigator.clipboard.writeText = async (text) => void Object.assign(window, { copied: text });
      }, []);
      await visit.click({ css: "button", text: label });
      await visit.until("what was copied", () => (window as unknown as { copied: string }).copied !== "", []);
      return visit.run(() => (window as unknown as { copied: string }).copied, []);
    };
    const jwt = await copied("^Copy token");
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(JSON.parse(await copied("^Copy JWKS"))));
    must("after" in payload, "the claim is not in the token");
    await visit.click({ css: "[role=tab]", text: "^Claims" });
  },

  zip: async (visit) => {
    await visit.write(workflow('token.zipped = "kept";'));
    await visit.claim("zipped", "kept");
    await visit.run(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        if (blob.type === "application/zip") Object.assign(window, { zip: blob });
        return make(blob);
      };
    }, []);
    await visit.click({ css: "button", text: "^Download$" });
    await visit.click({ css: "[role=menuitem]", text: "Kinde repository" });
    await visit.click({ css: "[role=dialog] button", text: "^Download$" });
    await visit.until("the zip file", () => "zip" in window, []);
    await visit.tab.press("Escape");
    await visit.write(workflow("token.other = 1;"));
    await visit.claim("other", "added");
    await visit.run(() => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([(window as unknown as { zip: Blob }).zip], "work.zip", { type: "application/zip" }));
      if (input === null) throw new Error("no input");
      input.files = transfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }, []);
    await visit.claim("zipped", "kept");
  },

  "no request after load": async (visit, { site }) => {
    await visit.write(workflow("token.first = 1;"));
    await visit.claim("first", "added");
    // On a slow machine what the page loads for later is late.
    for (let seen = -1; seen !== site.seen.length; await pauseMs(3_000)) seen = site.seen.length;
    site.seen.length = 0;
    await visit.write(workflow("token.second = 1;"));
    await visit.claim("second", "added");
    for (const name of ["^ID token", "^JWT", "^Claims", "^Access token"])
      await visit.click({ css: "[role=tab]", text: name });
    await pauseMs(1_000);
    must(site.seen.length === 0, `requests after the load: ${site.seen.join(" ")}`);
  },
};

/** Each in a new session of the browser. */
const ON_THEIR_OWN: Journeys = {
  "link round trip": async (visit) => {
    await visit.open();
    await visit.write(workflow('token.shared = "by link";'));
    await visit.claim("shared", "by link");
    await visit.click({ css: "button", text: "^Share$" });
    await visit.says("Link copied");
    const link = await visit.run(
      () => document.querySelector<HTMLInputElement>('input[aria-label="Link"]')?.value ?? "",
      [],
    );
    await visit.tab.goto("about:blank");
    await visit.open(new URL(link).hash);
    await visit.claim("shared", "by link");
    await visit.says("Opened from a link");
  },

  "embeds in frames without an origin, from a host without headers": (visit, world) => embedsAnswer(visit, world, ""),

  "embeds in frames without an origin, from a host with headers": (visit, world) =>
    embedsAnswer(visit, world, WITH_HEADERS),

  "nothing leaves an embed; without its policy it would": async (visit, world) => {
    await embedsAnswer(visit, world, "");
    const reached = await openWays(visit, world);
    must(reached.length === 0, `a stranger was reached: ${reached.join(" ")}`);
    await embedsAnswer(visit, world, OPEN);
    must((await openWays(visit, world)).length >= 3, "the negative control reached nobody: the test sees nothing");
    // What the policy forbade was tried on purpose.
    visit.tab.complaints();
  },

  "keyboard only": async (visit) => {
    await visit.open();
    const focused = () => visit.run(() => document.activeElement?.getAttribute("aria-label") ?? "", []);
    let steps = 0;
    for (; steps < 40 && (await focused()) !== "Share"; steps++) await visit.tab.press("Tab");
    must(steps < 40, "Tab does not reach Share");
    await visit.tab.press("Enter");
    await visit.until("the dialog", () => document.querySelector("[role=dialog] input[aria-label=Link]") !== null, []);
    await visit.tab.press("Escape");
    await visit.until("the focus back on Share", () => {
      const { activeElement } = document;
      if (activeElement?.getAttribute("aria-label") === "Share") return true;
      throw new Error(`it is on ${activeElement?.outerHTML.slice(0, 200)}`);
    }, []);
  },

  theme: async (visit) => {
    await visit.open();
    const background = () => visit.run(() => getComputedStyle(document.body).backgroundColor, []);
    const choose = async (label: string) => {
      await visit.click({ css: "button", text: "^Theme" });
      await visit.click({ css: "[role=menuitemradio]", text: label });
      await pauseMs(300);
    };
    await choose("Dark");
    const dark = await background();
    await choose("Light");
    must(dark !== (await background()), "light is as dark");
    await choose("Dark");
    await visit.tab.reload();
    await visit.firstResult();
    must(dark === (await background()), "the choice is lost in a reload");
  },

  "work that failed to open, and an interface that never comes": async (visit, { site }) => {
    const ways = ["Start with an example", "Download what was kept", "Clear everything"];
    const seeWays = (others: readonly string[]) =>
      visit.until(
        "the ways on",
        (...names) => {
          const there = [...document.querySelectorAll(".start-failure button")].map(({ textContent }) => textContent);
          return names.every((name) => there.includes(name));
        },
        [...ways, ...others],
      );
    const keep = async (failed: number) => {
      // A page that works would take back what is written here as it goes.
      await visit.tab.goto(`${site.url}favicon.svg`);
      await visit.run(
        (count) => {
          const project = { files: [{ name: "Workflow.ts", text: "// mine" }] };
          localStorage.setItem("kinde-workflow-playground/1", JSON.stringify({ project, view: {}, example: null }));
          sessionStorage.setItem("kinde-workflow-playground/opening/1", `${count}`);
        },
        [failed] as const,
      );
    };
    await keep(2);
    await visit.tab.goto(site.url);
    await visit.says("plain text, and nothing runs");
    await seeWays(["Try to open it again"]);
    await visit.run(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((kept) => Object.assign(window, { kept }));
        return make(blob);
      };
    }, []);
    await visit.click({ css: "button", text: "^Download what was kept" });
    await visit.until("the file", () => (window as unknown as { kept?: string }).kept?.includes("// mine"), []);
    await visit.run(() => {
      const [area] = document.getElementsByTagName("textarea");
      if (area?.value !== "// mine") throw new Error("the text is not there");
      area.value = "// changed";
      area.dispatchEvent(new Event("input"));
    }, []);
    await visit.click({ css: "button", text: "^Try to open it again" });
    await visit.says("// changed");
    await visit.until("the interface", () => document.querySelector("[aria-label=Share]") !== null, []);

    await keep(0);
    await visit.tab.goto(`${site.url}${WITHOUT_INTERFACE}`);
    await visit.says("did not arrive");
    await seeWays(["Reload the page"]);
    await visit.click({ css: ".start-failure button", text: "^Clear everything" });
    await visit.click({ css: ".start-failure button", text: "Press again" });
    await visit.says("companyName");
    must(!(await visit.run(() => localStorage.getItem("kinde-workflow-playground/1"), []))?.includes("mine"), "kept");
    // Of the file that did not come.
    visit.tab.complaints();
  },

  "storage blocked": async (visit) => {
    await visit.open("", BLOCKED);
    await visit.write(workflow("token.unsaved = 1;"));
    await visit.claim("unsaved", "added");
  },
};

/** What shares a session, in order. */
export const SESSIONS: readonly Journeys[] = [
  ON_ONE_PAGE,
  ...Object.entries(ON_THEIR_OWN).map(([title, journey]) => ({ [title]: journey })),
];
