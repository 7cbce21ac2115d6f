/** The test of every browser spec: anything that a page complains of (an uncaught error, an error on the console, a violation of the policy) fails it, unless the test said that it would come. */
import { type BrowserContext, type ConsoleMessage, expect, test as base, type WebError } from "@playwright/test";
import { PlaygroundPage } from "./playground-page.ts";

class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [];

  /** @returns what ends the listening. */
  listenTo(context: BrowserContext): () => void {
    const onConsole = (message: ConsoleMessage) => {
      if (message.type() === "error") this.#heard.push(`${message.text()} (${message.location().url})`);
    };
    // Of a file that did not come the stack is empty.
    const onError = (error: WebError) => this.#heard.push(error.error().stack || error.error().message);
    context.on("console", onConsole);
    context.on("weberror", onError);
    return () => {
      context.off("console", onConsole);
      context.off("weberror", onError);
    };
  }

  /** What a test brings about itself, such as a request that it makes fail. */
  expectToHear(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  hasHeard(complaint: RegExp): boolean {
    return this.#heard.some((heard) => complaint.test(heard));
  }

  unexpected(): readonly string[] {
    return this.#heard.filter((complaint) => !this.#expected.some((expected) => expected.test(complaint)));
  }
}

type OfOneTest = {
  readonly complaints: Complaints;
  /** The playground of this process at the example that a newcomer sees, its editor there: to open a page for each test costs most of a run. */
  readonly playground: PlaygroundPage;
};

export const test = base.extend<OfOneTest, { readonly openPlayground: PlaygroundPage }>({
  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      complaints.listenTo(context);
      await use(complaints);
      expect(complaints.unexpected(), "what the page complained of").toEqual([]);
    },
    { auto: true },
  ],
  openPlayground: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport } = project.use;
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(viewport === undefined ? {} : { viewport }),
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const playground = new PlaygroundPage(await context.newPage());
      await playground.open();
      await playground.editorReady();
      await playground.diagnosed();
      await use(playground);
      await context.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  playground: async ({ openPlayground, complaints }, use) => {
    const stop = complaints.listenTo(openPlayground.page.context());
    await openPlayground.startAnew();
    await use(openPlayground);
    stop();
  },
});

export { expect };
