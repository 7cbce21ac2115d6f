/** The test of every browser spec: anything that a page complains of (an uncaught error, an error on the console, a violation of the policy) fails it, unless the test said that it would come. */
import { type BrowserContext, expect, test as base } from "@playwright/test";

export class Complaints {
  readonly #heard: string[] = [];
  readonly #expected: RegExp[] = [];

  listenTo(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error") this.#heard.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.#heard.push(error.error().stack ?? error.error().message));
  }

  /** What a test brings about itself, such as a request that it makes fail. */
  expectToHear(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  unexpected(): readonly string[] {
    return this.#heard.filter((complaint) => !this.#expected.some((expected) => expected.test(complaint)));
  }
}

export const test = base.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      complaints.listenTo(context);
      await use(complaints);
      expect(complaints.unexpected(), "what the page complained of").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
