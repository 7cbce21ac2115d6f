/** `<kinde-workflow>`: an ordinary code block that becomes a live example when it comes near. */
import type { EmbedMessage } from "../messages.ts";
import { filesIn, type PageFile } from "./code-of.ts";
import { themeOf } from "./page-theme.ts";
import { settingsOf } from "./settings-of.ts";
import { StartOrder } from "./start-order.ts";

/** How far outside of the window an element comes alive, in CSS pixels. */
const NEAR_PX = 600;

/** What an embed needs beside its code, in CSS pixels: the bar, the tabs and summary, and four rows of claims. */
const BAR_PX = 44;
const RESULT_PX = 210;
const SUMMARY_PX = 38;
const TABS_PX = 36;
const LINE_PX = 20;
/** From this width on code and claims stand side by side. */
const SIDE_BY_SIDE_PX = 880;

const ALIVE = new Set<KindeWorkflow>();

const ORDER = new StartOrder<KindeWorkflow>({
  extentOf: (element) => element.getBoundingClientRect(),
  viewHeight: () => innerHeight,
  start: (element) => element.start(),
});

export class KindeWorkflow extends HTMLElement {
  /** Where the playground is served from, ending in `/`. */
  static site = "";
  /** One for all, so that those near in a page just opened are known together. */
  static #near: IntersectionObserver | null = null;

  /** In a shadow root, so that what is inside the element stays as the page's framework made it. */
  readonly #box = document.createElement("div");
  /** The page's own code block. */
  readonly #code = document.createElement("div");
  #frame: HTMLIFrameElement | null = null;
  #theme: "light" | "dark" = "light";
  #height = 0;
  /** What the content asked for; more than it has while growing would move what the reader sees. */
  #wanted = 0;
  #files: readonly PageFile[] | null = null;
  /** Whether the page was still being parsed: what is not painted yet can be given its height without moving anything. */
  #isEarly = false;

  static #meet(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      // The news may be older than its start or its removal.
      if (!(target instanceof KindeWorkflow) || target.#frame !== null) continue;
      if (isIntersecting && target.isConnected) ORDER.enter(target);
      else ORDER.leave(target);
    }
    ORDER.startNext();
  }

  constructor() {
    super();
    // Only a block has a width, and the frame lies over the code until it has something to show.
    this.#box.style.cssText = "display:flow-root;position:relative";
    this.#code.append(document.createElement("slot"));
    this.#box.append(this.#code);
    this.attachShadow({ mode: "open" }).append(this.#box);
  }

  /** The source files: as they were written, or as the reader has left them. */
  get files(): readonly PageFile[] {
    return this.#files ?? filesIn(this);
  }

  set files(files: readonly PageFile[]) {
    this.#files = files;
    this.tell({ type: "kinde-workflow:files", files });
  }

  /** Back to what stands in the page. */
  reset(): void {
    this.files = filesIn(this);
  }

  connectedCallback(): void {
    // The page moved it: its frame loads again.
    if (this.#frame !== null) ALIVE.add(this);
    this.#isEarly ||= document.readyState === "loading";
    // Children come after the element while the page is being parsed.
    if (document.readyState !== "loading") {
      this.#prepare();
      return;
    }
    const children = new MutationObserver(() => this.#reserve());
    children.observe(this, { childList: true, subtree: true, characterData: true });
    this.#reserve();
    const whole = () => {
      children.disconnect();
      this.#prepare();
    };
    document.addEventListener("DOMContentLoaded", whole, { once: true });
  }

  disconnectedCallback(): void {
    KindeWorkflow.#near?.unobserve(this);
    ORDER.leave(this);
    ALIVE.delete(this);
  }

  /** Follows the page's theme. */
  followTheme(): void {
    const theme = themeOf(this);
    if (theme === this.#theme) return;
    this.#theme = theme;
    if (this.#frame !== null) this.#frame.style.colorScheme = theme;
    this.tell({ type: "kinde-workflow:theme", theme });
  }

  /** Hears a message of this element's own frame. */
  hear({ source, origin, data }: MessageEvent<EmbedMessage>): void {
    // A sandboxed frame has no origin: it says "null".
    if (this.#frame === null || source !== this.#frame.contentWindow || origin !== "null") return;
    if (typeof data !== "object" || data === null) return;
    if (data.type === "kinde-workflow:height") this.#grow(data.height, data.byReader);
    else if (data.type === "kinde-workflow:open") open(data.fragment);
    else if (data.type === "kinde-workflow:ready") {
      this.#show();
      // What has changed since it began to load, it has not heard.
      this.tell({ type: "kinde-workflow:theme", theme: this.#theme });
      if (this.#files !== null) this.files = this.#files;
    } else if (data.type === "kinde-workflow:edit") this.#files = data.files;
    else if (data.type === "kinde-workflow:result") ORDER.finish(this);
    const known = /^kinde-workflow:(ready|edit|result|scenarios)$/.exec(data.type);
    if (known) this.dispatchEvent(new CustomEvent(data.type, { detail: data, bubbles: true }));
  }

  /** Grows to what the content asked for where only what lies below the window moves. */
  settle(): void {
    if (this.#wanted > this.#height && this.getBoundingClientRect().bottom >= innerHeight) this.#take(this.#wanted);
  }

  /** An ordinary code block again, as high as its code: for paper, and where no example can be. */
  release(): void {
    if (this.#frame === null) this.#code.style.cssText = this.#box.style.minHeight = "";
  }

  #prepare(): void {
    if (this.#frame !== null || this.querySelector("pre") === null) return;
    this.#reserve();
    KindeWorkflow.#near ??= new IntersectionObserver(KindeWorkflow.#meet, { rootMargin: `${NEAR_PX}px` });
    KindeWorkflow.#near.observe(this);
  }

  /** Before the page is painted where it can be. */
  #reserve(): void {
    if (this.querySelector("pre") === null) return;
    const height = `${this.#reserved()}px`;
    this.#box.style.minHeight = height;
    if (this.#isEarly) this.#code.style.cssText = `height:${height};overflow:auto`;
  }

  /** The height that the live example gets, so that nothing below it moves when it comes. */
  #reserved(): number {
    const fixed = Number(this.getAttribute("height"));
    if (fixed > 0) return fixed;
    const files = filesIn(this);
    const text = files[0]?.text ?? "";
    const hidden = [...text.matchAll(/\/\/ *#region hidden[\s\S]*?(?:\/\/ *#endregion[^\n]*|$)/g)];
    const lines =
      text.trimEnd().split("\n").length - hidden.reduce((sum, [part]) => sum + part.split("\n").length - 1, 0);
    const code = lines * LINE_PX + 18 + (files.length > 1 ? TABS_PX : 0);
    const tabs = this.hasAttribute("scenarios") ? TABS_PX : 0;
    const result = RESULT_PX + tabs;
    const view = this.getAttribute("view") ?? "split";
    if (view === "code") return BAR_PX + code + SUMMARY_PX + tabs;
    if (view === "diff") return BAR_PX + result;
    if (view === "jwt") return BAR_PX + result + 2 * RESULT_PX;
    const isBeside = view !== "grid" && this.#box.clientWidth >= SIDE_BY_SIDE_PX;
    return BAR_PX + (isBeside ? Math.max(code, result) : code + result);
  }

  /** Comes alive. */
  start(): void {
    KindeWorkflow.#near?.unobserve(this);
    let fragment: string;
    try {
      this.#theme = themeOf(this);
      fragment = encodeURIComponent(JSON.stringify(settingsOf(this, this.files, this.#theme)));
    } catch (error) {
      console.warn("This <kinde-workflow> stays a code block: its scenario is no JSON.", this, error);
      this.release();
      ORDER.finish(this);
      return;
    }
    const frame = document.createElement("iframe");
    frame.title = this.getAttribute("title") ?? "A Kinde workflow to try";
    frame.setAttribute("sandbox", "allow-scripts");
    frame.allow = "clipboard-write *";
    frame.style.cssText =
      "border:0;margin:0;width:100%;height:100%;display:block;visibility:hidden;position:absolute;inset:0";
    frame.src = `${KindeWorkflow.site}embed.html#settings=${fragment}`;
    // A frame lets the page shine through only where both have the same scheme.
    frame.style.colorScheme = this.#theme;
    this.#frame = frame;
    this.#box.append(frame);
    ALIVE.add(this);
  }

  /** Puts the live example in the place of the code block, which stays in the page for those who print or search it. */
  #show(): void {
    if (this.#frame === null || this.#frame.style.position === "") return;
    const height = this.#box.offsetHeight;
    this.#code.style.cssText = "display:none";
    this.#take(height);
    this.#frame.style.position = "";
    this.#frame.style.visibility = "";
    this.#frame.style.minHeight = "0";
    this.settle();
  }

  /** Grows with the content, but moves nothing that the reader sees unless the reader caused it. */
  #grow(height: unknown, byReader: unknown): void {
    if (this.#frame === null || Number(this.getAttribute("height")) > 0) return;
    if (typeof height !== "number" || !(height > 0 && height < 20_000)) return;
    this.#wanted = height;
    if (this.#frame.style.position !== "") return;
    if (byReader === true) this.#take(height);
    else this.settle();
  }

  #take(height: number): void {
    this.#height = height;
    this.#box.style.minHeight = "";
    if (this.#frame !== null) this.#frame.style.height = `${height}px`;
  }

  /** Sends a message of docs/embedding.md. */
  tell(message: object): void {
    // A sandboxed frame has no origin, so it can only be reached at "*"; what is told is no secret.
    this.#frame?.contentWindow?.postMessage(message, "*");
  }
}

/** Only ever this playground, with a fragment of the form that its links have. */
function open(fragment: unknown): void {
  if (typeof fragment !== "string" || !/^wf[12]\.[\w-]+(?:&[\w.%=-]+)*$/.test(fragment)) return;
  window.open(`${KindeWorkflow.site}#${fragment}`, "_blank", "noopener");
}

export function forAll(act: (element: KindeWorkflow) => void): void {
  for (const element of ALIVE) act(element);
}

/** After the page has been scrolled. */
export function followScroll(): void {
  forAll((element) => element.settle());
  ORDER.startNext();
}
