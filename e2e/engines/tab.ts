/** What a journey can do with a browser, and how it is done through Playwright; `webkit-tab.ts` does it through WebDriver. */
import { type Browser, chromium, type ElementHandle, type Frame, firefox, type Page } from "@playwright/test";
import { BROWSER_ARGUMENTS, type EngineName, findBrowser } from "../../scripts/browser.ts";

/** What is there to find: by CSS, and by what a reader sees of it. */
export type Target = { readonly css: string; readonly text?: string };

/** Where: the page, or the frame of this number in it. */
export type Where = { readonly frame?: number };

export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The value of `(source)(...args)`; what it returns may be a promise. */
  script(source: string, args: readonly unknown[], where?: Where): Promise<unknown>;
  /** @returns false where there is no such thing. */
  click(target: Target, where?: Where): Promise<boolean>;
  /** A key, or several held together: `Control+a`. */
  press(chord: string): Promise<void>;
  /** Key by key. */
  type(text: string): Promise<void>;
  /** All at once, into what has the focus. */
  insert(text: string): Promise<void>;
  /** Uncaught errors, errors in the console and violations of the policy, since the last call. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

export interface Engine {
  open(): Promise<Tab>;
  close(): Promise<void>;
}

/** In the page: the first that is seen of what a target names. */
export const FIND = `({ css, text }) => [...document.querySelectorAll(css)].find((element) =>
  element.getClientRects().length > 0 && (text === undefined ||
    new RegExp(text).test(element.getAttribute("aria-label") ?? element.textContent.trim())))`;

export async function startPlaywright(name: Exclude<EngineName, "webkit">): Promise<Engine> {
  const executablePath = findBrowser(name);
  const browser: Browser =
    name === "chromium"
      ? await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] })
      : await firefox.launch({
          executablePath,
          channel: "moz-firefox",
          // With frames in processes of their own no key reaches one of another origin.
          firefoxUserPrefs: { "fission.autostart": false, "fission.webContentIsolationStrategy": 0 },
        });
  return {
    open: async () => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      return new PlaywrightTab(await context.newPage());
    },
    close: () => browser.close(),
  };
}

class PlaywrightTab implements Tab {
  readonly #page: Page;
  #complaints: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on("pageerror", (error) => this.#complaints.push(`uncaught: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.#complaints.push(`console: ${message.text()}`);
    });
  }

  #frame({ frame }: Where): Frame {
    const found = frame === undefined ? this.#page.mainFrame() : this.#page.frames()[frame + 1];
    if (found === undefined) throw new Error(`There is no frame ${frame}.`);
    return found;
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  script(source: string, args: readonly unknown[], where: Where = {}): Promise<unknown> {
    return this.#frame(where).evaluate(`(${source})(...${JSON.stringify(args)})`);
  }

  async click(target: Target, where: Where = {}): Promise<boolean> {
    const handle = await this.#frame(where).evaluateHandle(`(${FIND})(${JSON.stringify(target)})`);
    const element = handle.asElement() as ElementHandle<HTMLElement> | null;
    await element?.click({ timeout: 20_000 });
    return element !== null;
  }

  press(chord: string): Promise<void> {
    return this.#page.keyboard.press(chord);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  insert(text: string): Promise<void> {
    return this.#page.keyboard.insertText(text);
  }

  complaints(): readonly string[] {
    const found = this.#complaints;
    this.#complaints = [];
    return found;
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}
