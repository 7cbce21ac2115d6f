/** Watches TypeScript's worker: it is ended when it does not answer, for some types take minutes and gigabytes to check, or when it stumbles; where its file did not come, a person can ask for it again. */

/** `off`: ended, the next edit starts it again. `absent`: its file did not come. */
type TypeHelp = "on" | "off" | "absent";

/** Every question of an ordinary project is answered within a second. */
const ANSWER_LIMIT_MS = 10_000;

/** The worker reads some megabytes of declarations first. */
const FIRST_ANSWER_LIMIT_MS = 60_000;

let state: TypeHelp = "on";
/** How often it has stumbled over the text as it is. */
let stumbles = 0;
/** Makes Monaco ask for a new worker. */
let restart = (): void => {};
const listeners = new Set<() => void>();

export function typeHelp(): TypeHelp {
  return state;
}

export function onTypeHelp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function restartTypeHelpWith(restarter: () => void): void {
  restart = restarter;
}

function set(next: TypeHelp): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Asks for another worker where there is none. */
export function resumeTypeHelp(): void {
  if (state === "on") return;
  set("on");
  restart();
}

/** After an edit, which may have made the types easier; it brings no file that did not come. */
export function resumeAfterEdit(): void {
  stumbles = 0;
  if (state === "off") resumeTypeHelp();
}

/** TypeScript's own assertions fail on some half-typed texts, mostly for what it has kept of the text before: a new worker often reads it well. */
function stumble(): void {
  stumbles += 1;
  if (stumbles === 1) restart();
  else set("off");
}

export function missTypeHelp(): void {
  set("absent");
}

/** Monaco's messages: a question has a number in `req`, its answer the same in `seq`, and what was thrown in `err`. */
function partOf(message: unknown, name: "req" | "seq" | "err"): unknown {
  return typeof message === "object" && message !== null ? (message as { [name: string]: unknown })[name] : undefined;
}

/** Ends the worker when one of its questions waits longer than the limit and nothing else is answered. */
export function watchTypeHelp(worker: Worker): Worker {
  const asked = new Set<unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let limitMs = FIRST_ANSWER_LIMIT_MS;

  function wait(): void {
    clearTimeout(timer);
    if (asked.size === 0) return;
    timer = setTimeout(() => {
      worker.terminate();
      set("off");
    }, limitMs);
  }

  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: unknown, transfer: Transferable[] | StructuredSerializeOptions = []) => {
    const question = partOf(message, "req");
    if (question !== undefined) {
      asked.add(question);
      if (asked.size === 1) wait();
    }
    post(message, transfer as Transferable[]);
  };
  worker.addEventListener("message", (event) => {
    const { data } = event;
    if (!asked.delete(partOf(data, "seq"))) return;
    if (partOf(data, "err") !== undefined) {
      event.stopImmediatePropagation();
      worker.terminate();
      stumble();
      return;
    }
    limitMs = ANSWER_LIMIT_MS;
    wait();
  });
  const terminate = worker.terminate.bind(worker);
  worker.terminate = () => {
    clearTimeout(timer);
    terminate();
  };
  return worker;
}
