/** A tab of WebKitGTK for the journeys. */
import { type Engine, FIND, type Tab, type Target, type Where } from "./tab.ts";
import { type Remote, type Session, WebDriver } from "./webdriver.ts";

/** WebDriver's characters for keys that write nothing. */
const KEYS: { readonly [name: string]: string } = {
  Control: "\uE009",
  Shift: "\uE008",
  Alt: "\uE00A",
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Backspace: "\uE003",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
};

/** In WebKit Monaco asks for the clipboard in every click, and says so in the console when the page’s own copying takes it. */
const KNOWN = /^console: %c +ERR color: #f33 NotAllowedError/;

export async function startWebKit(heard: string[]): Promise<Engine> {
  const driver = await WebDriver.start();
  return {
    open: async () => new WebKitTab(await driver.session(), heard),
    close: async () => driver.stop(),
  };
}

class WebKitTab implements Tab {
  readonly #session: Session;
  readonly #heard: string[];

  constructor(session: Session, heard: string[]) {
    this.#session = session;
    this.#heard = heard;
    heard.length = 0;
  }

  async goto(url: string): Promise<void> {
    await this.#session.call("POST", "/url", { url });
  }

  async reload(): Promise<void> {
    await this.#session.call("POST", "/refresh");
  }

  async #within<T>({ frame }: Where, act: () => Promise<T>): Promise<T> {
    if (frame === undefined) return act();
    await this.#session.call("POST", "/frame", { id: frame });
    return act().finally(() => this.#session.call("POST", "/frame", { id: null }));
  }

  script(source: string, args: readonly unknown[], where: Where = {}): Promise<unknown> {
    return this.#within(where, () => this.#session.script(source, args));
  }

  click(target: Target, where: Where = {}): Promise<boolean> {
    return this.#within(where, async () => {
      const element = (await this.#session.script(FIND, [target])) as Remote | null;
      if (element !== null) await this.#session.click(element);
      return element !== null;
    });
  }

  async #keys(actions: readonly object[]): Promise<void> {
    await this.#session.call("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  press(chord: string): Promise<void> {
    const keys = chord.split("+").map((key) => KEYS[key] ?? key);
    return this.#keys([
      ...keys.map((value) => ({ type: "keyDown", value })),
      ...keys.toReversed().map((value) => ({ type: "keyUp", value })),
    ]);
  }

  type(text: string): Promise<void> {
    return this.#keys(
      [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]),
    );
  }

  async insert(text: string): Promise<void> {
    await this.#session.script(
      `(text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }`,
      [text],
    );
  }

  complaints(): readonly string[] {
    return this.#heard.splice(0).filter((text) => !KNOWN.test(text));
  }

  close(): Promise<void> {
    return this.#session.close();
  }
}
