/** The playground as a person handles it, for the browser tests: through roles and labels, never through internals. */

import { expect, type Locator, type Page, type Request } from "@playwright/test";
import { namesOfWorkers } from "./hostile/names-of-workers.ts";

export class PlaygroundPage {
  readonly page: Page;
  readonly requests: Request[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on("request", (request) => this.requests.push(request));
  }

  /** Opens the page and waits until the first result is there. */
  async open(path = ""): Promise<void> {
    await this.page.goto(`./${path}`);
    await expect(this.claims).toBeVisible();
  }

  /** Waits until Monaco has taken over. */
  async editorReady(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName("editor-ready").length > 0, null, {
      timeout: 45_000,
    });
  }

  /** Waits until a worker that diagnoses has taken the first one’s place, and answered. */
  async diagnosed(): Promise<void> {
    await expect.poll(() => namesOfWorkers(this.page), { timeout: 45_000 }).not.toContain("first workflow runtime");
    await this.page.waitForTimeout(500);
  }

  get claims(): Locator {
    return this.page.getByRole("list", { name: "Claims" });
  }

  /** A row of the claims list by the claim's name, and its state's word. */
  claim(name: string, state: string | RegExp = ""): Locator {
    const word = typeof state === "string" ? state : state.source;
    return this.page.getByRole("listitem", {
      name: new RegExp(`^${name.replace(/[$.*+?^{}()|[\]\\]/g, "\\$&")}: .*${word}`),
    });
  }

  get editor(): Locator {
    return this.page.getByRole("region", { name: "Code" }).getByRole("textbox").first();
  }

  /** Replaces the whole text of the file that is open. */
  async writeCode(text: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(text);
  }

  async openExample(title: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Examples, now open/ }).click();
    await this.page.getByRole("combobox", { name: "Search examples" }).fill(title);
    await this.page
      .getByRole("option", { name: new RegExp(title, "i") })
      .first()
      .click();
    await expect(this.page.getByRole("button", { name: /^Examples, now open/ })).toContainText(new RegExp(title, "i"));
  }

  /** As a newcomer finds it, but for what was stashed. */
  async startAnew(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.openExample("Add a claim to the access token");
    await this.tab(/^Claims/);
    await this.tab(/^Access token/);
    for (const region of ["Scenario", "Run"])
      await this.page.getByRole("region", { name: region, exact: true }).getByRole("tab").first().click();
    await expect(this.claim("companyName", "added")).toBeVisible();
  }

  async tab(name: string | RegExp): Promise<void> {
    await this.page.getByRole("tab", { name }).click();
  }

  /** What stands on the clipboard after a copy button. */
  async copied(button: string | RegExp): Promise<string> {
    await this.page.getByRole("button", { name: button }).click();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

/** A whole workflow around the statements of its function. */
export function workflow(
  body: string,
  {
    token = "accessToken",
    bindings = "",
    imports = "",
  }: { token?: "accessToken" | "idToken"; bindings?: string; imports?: string } = {},
): string {
  const getter = `${token}CustomClaims`;
  return `import { WorkflowSettings, WorkflowTrigger, ${getter}${imports} } from "@kinde/infrastructure";

export const workflowSettings: WorkflowSettings = {
  id: "test",
  trigger: WorkflowTrigger.UserTokenGeneration,
  bindings: { "kinde.${token}": {}${bindings} },
};

export default async function Workflow(event: any) {
  const token = ${getter}<any>();
${body}
}
`;
}
