/** Ends TypeScript's worker when it does not answer, for some types take minutes and gigabytes to check; the next edit starts it again. */

/** Every question of an ordinary project is answered within a second. */
const ANSWER_LIMIT_MS = 10_000;

/** The worker reads some megabytes of declarations first. */
const FIRST_ANSWER_LIMIT_MS = 60_000;

let isOff = false;
const listeners = new Set<() => void>();

export function isTypeHelpOff(): boolean {
  return isOff;
}

export function onTypeHelp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: boolean): void {
  isOff = next;
  for (const listener of listeners) listener();
}

/** After an edit. @param restart makes Monaco ask for a new worker. */
export function resumeTypeHelp(restart: () => void): void {
  if (!isOff) return;
  set(false);
  restart();
}

/** Monaco's messages: a question has a number in `req`, its answer the same in `seq`. */
function numberIn(message: unknown, name: "req" | "seq"): unknown {
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
      set(true);
    }, limitMs);
  }

  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: unknown, transfer: Transferable[] | StructuredSerializeOptions = []) => {
    const question = numberIn(message, "req");
    if (question !== undefined) {
      asked.add(question);
      if (asked.size === 1) wait();
    }
    post(message, transfer as Transferable[]);
  };
  worker.addEventListener("message", ({ data }) => {
    if (!asked.delete(numberIn(data, "seq"))) return;
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
