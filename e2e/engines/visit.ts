/** A visit of the playground in any engine: what is done on it, and how its end is waited for. */
import type { BLOCKED, Site } from "./site.ts";
import type { Tab, Target, Where } from "./tab.ts";

const TIMEOUT_MS = 40_000;

/** What runs in the page; it may use nothing from outside. */
type InPage<Args extends readonly unknown[], Value> = (...args: Args) => Value | Promise<Value>;

export class Visit {
  readonly tab: Tab;
  readonly site: Site;

  constructor(tab: Tab, site: Site) {
    this.tab = tab;
    this.site = site;
  }

  async run<Args extends readonly unknown[], Value>(
    fn: InPage<Args, Value>,
    args: Args,
    where?: Where,
  ): Promise<Value> {
    return (await this.tab.script(fn.toString(), args, where)) as Value;
  }

  /** @throws with `what`, where it does not become true in time. */
  async until<Args extends readonly unknown[]>(
    what: string,
    fn: InPage<Args, unknown>,
    args: Args,
    where?: Where,
  ): Promise<void> {
    const endMs = Date.now() + TIMEOUT_MS;
    let failure = "";
    while (Date.now() < endMs) {
      try {
        if (await this.run(fn, args, where)) return;
        failure = "";
      } catch (error) {
        failure = ` (${(error as Error).message})`;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`not seen in ${TIMEOUT_MS / 1000} s: ${what}${failure}`);
  }

  async open(fragment = "", prefix: typeof BLOCKED | "" = ""): Promise<void> {
    await this.tab.goto(`${this.site.url}${prefix}${fragment}`);
    await this.firstResult();
    await this.until("the editor", () => performance.getEntriesByName("editor-ready").length > 0, []);
  }

  firstResult(): Promise<void> {
    return this.until(
      "the first result",
      () => document.querySelector('[role=list][aria-label="Claims"], ul[aria-label="Claims"]') !== null,
      [],
    );
  }

  /** A claim whose row says all of these. */
  async claim(name: string, ...words: readonly string[]): Promise<void> {
    const seen = this.until(
      `the claim ${name}: ${words.join(", ")}`,
      (wanted, said) =>
        [...document.querySelectorAll("li, [role=listitem]")].some((row) => {
          const text = `${row.getAttribute("aria-label") ?? ""} ${row.textContent}`;
          return text.includes(wanted) && said.every((word) => text.includes(word)) && row.querySelector("li") === null;
        }),
      [name, words] as const,
    );
    await seen.catch(async (error: Error) => {
      const there = await this.run(() => {
        const parts = ["[aria-label=Claims]", "[aria-label=Code] .view-lines", "[role=alert]", "[role=status]"];
        return parts.map((part) => document.querySelector(part)?.textContent.slice(0, 300) ?? "–").join(" | ");
      }, []);
      throw new Error(`${error.message}; there was: ${there}`);
    });
  }

  says(pattern: string, where?: Where): Promise<void> {
    return this.until(
      `the words ${pattern}`,
      (source) => new RegExp(source, "i").test(document.body.textContent),
      [pattern] as const,
      where,
    );
  }

  async click(target: Target, where?: Where): Promise<void> {
    const endMs = Date.now() + TIMEOUT_MS;
    while (!(await this.tab.click(target, where))) {
      if (Date.now() > endMs) throw new Error(`not there to click: ${target.css} ${target.text ?? ""}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async intoEditor(): Promise<void> {
    await this.click({ css: '[aria-label="Code"] .view-lines' });
    await this.until(
      "the focus in the editor",
      () => document.activeElement?.closest('[aria-label="Code"]') !== null,
      [],
    );
  }

  async write(code: string): Promise<void> {
    await this.intoEditor();
    await this.tab.press("Control+a");
    await this.tab.insert(code);
  }
}

/** A whole workflow around the statements of its function, on one line. */
export function workflow(body: string): string {
  return `import { accessTokenCustomClaims } from "@kinde/infrastructure"; export const workflowSettings = { id: "test", trigger: "user:tokens_generation", bindings: { "kinde.accessToken": {} } }; export default async function Workflow() { const token = accessTokenCustomClaims<any>(); ${body} }`;
}
