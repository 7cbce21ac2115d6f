/** The embed's side of the messages: reports to the page that holds it, and does what that page may ask. */
import { nextPaint } from "../store/next-paint.ts";
import type { PlaygroundState, PlaygroundStore } from "../store/playground-store.ts";
import { loadPart } from "../views/parts/load-part.ts";
import type { JsonObject } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { type EmbedSettings, loadGiven, viewNamed } from "./embed-settings.ts";
import type { EmbedViewState } from "./embed-view.ts";
import { receiveHostMessage } from "./host-message.ts";
import type { EmbedMessage, EmbedTheme, HostMessage } from "./messages.ts";

export type HostConnection = {
  post(message: EmbedMessage): void;
  /** The project as it was given, by the page's author or by a later message. */
  given(): Project;
  /** Back to what was given. */
  reset(): void;
};

type ConnectOptions = {
  readonly store: PlaygroundStore;
  readonly settings: EmbedSettings;
  readonly view: EmbedViewState;
  readonly setTheme: (theme: EmbedTheme) => void;
};

/** Starts listening at once; `ready` is posted by the caller. Without a page around it, nothing is posted or heard. */
export function connectToHost({ store, settings, view, setTheme }: ConnectOptions): HostConnection {
  const isHeld = window.parent !== window;
  const hostOrigin = settings.hostOrigin ?? originOfParent();
  let given = settings.project;

  function post(message: EmbedMessage): void {
    // A page without an origin of its own (a file, a sandbox) can only be reached at "*"; no message holds a secret.
    if (isHeld) window.parent.postMessage(message, hostOrigin ?? "*");
  }

  let writer: Promise<typeof import("./report-result.ts")> | null = null;

  /** The writer of reports is loaded when the first result has been painted: the reader need not wait for it. */
  async function report(state: PlaygroundState): Promise<void> {
    writer ??= nextPaint().then(() => loadPart(() => import("./report-result.ts")));
    const part = await writer.catch(() => null);
    // Asked for again with the next result.
    if (part === null) writer = null;
    const message = part?.reportOf(state, settings.expectation) ?? null;
    if (message !== null) post(message);
  }

  function open(project: Project): void {
    given = project;
    store.getState().openProject(project, store.getState().origin);
  }

  async function openScenarios(said: JsonObject): Promise<void> {
    try {
      const { givenScenarios } = await loadGiven();
      const { scenarios } = await givenScenarios(said, store.getState().project.files);
      open({ ...store.getState().project, scenarios });
    } catch (error) {
      console.warn("The scenario that the page sent is not used.", error);
    }
  }

  function handle(message: HostMessage): void {
    const { project } = store.getState();
    if (message.type === "kinde-workflow:files") open({ ...project, files: message.files });
    else if ("said" in message) void openScenarios(message.said);
    else if (message.type === "kinde-workflow:theme") setTheme(message.theme);
    else {
      const named = viewNamed(message.view);
      if (named !== null) view.set({ view: named });
    }
  }

  if (isHeld) {
    addEventListener("message", ({ source, origin, data }) => {
      const message = receiveHostMessage({ source, origin, data }, { window: window.parent, origin: hostOrigin });
      if (message !== null) handle(message);
    });
    store.subscribe((state, previous) => {
      if (state.run.count !== previous.run.count) {
        void report(state);
      }
      if (state.project !== previous.project && state.project !== given) {
        post({ type: "kinde-workflow:edit", files: state.project.files });
      }
    });
  }

  return {
    post,
    given: () => given,
    reset() {
      store.getState().openProject(given, store.getState().origin);
      post({ type: "kinde-workflow:edit", files: given.files });
    },
  };
}

/** The page's origin as the browser tells it; null where it does not, or where the page has none of its own. */
function originOfParent(): string | null {
  const around = location.ancestorOrigins?.[0];
  if (around !== undefined) return around === "null" ? null : around;
  try {
    return document.referrer === "" ? null : new URL(document.referrer).origin;
  } catch {
    return null;
  }
}
