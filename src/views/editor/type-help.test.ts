/** A checker that does not answer is ended, once; what answers in time is left alone. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  missTypeHelp,
  restartTypeHelpWith,
  resumeAfterEdit,
  resumeTypeHelp,
  typeHelp,
  watchTypeHelp,
} from "./type-help.ts";

class FakeWorker extends EventTarget {
  ended = 0;
  postMessage(): void {}
  terminate(): void {
    this.ended++;
  }
  answer(seq: string, err?: string): void {
    this.dispatchEvent(new MessageEvent("message", { data: { type: 1, seq, err } }));
  }
}

function watched(): { fake: FakeWorker; worker: Worker } {
  const fake = new FakeWorker();
  return { fake, worker: watchTypeHelp(fake as unknown as Worker) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  resumeTypeHelp();
  restartTypeHelpWith(() => {});
  vi.useRealTimers();
});

test("a question without an answer ends the worker, and the next edit asks for another one", () => {
  const { fake, worker } = watched();
  worker.postMessage({ type: 0, req: "1" });
  fake.answer("1");
  worker.postMessage({ type: 0, req: "2" });
  vi.advanceTimersByTime(10_000);
  expect({ ended: fake.ended, help: typeHelp() }).toEqual({ ended: 1, help: "off" });
  const restart = vi.fn();
  restartTypeHelpWith(restart);
  resumeAfterEdit();
  resumeAfterEdit();
  expect(restart).toHaveBeenCalledOnce();
  expect(typeHelp()).toBe("on");
});

test("a worker that goes on answering is left alone, and so is one that Monaco ended itself", () => {
  const { fake, worker } = watched();
  for (let at = 0; at < 10; at++) {
    worker.postMessage({ type: 0, req: `${at}` });
    vi.advanceTimersByTime(8_000);
    fake.answer(`${at}`);
  }
  expect(fake.ended).toBe(0);
  worker.postMessage({ type: 0, req: "last" });
  worker.terminate();
  vi.advanceTimersByTime(100_000);
  expect(typeHelp()).toBe("on");
});

test("a script that did not come is asked for again by a person, and never by an edit", () => {
  const restart = vi.fn();
  restartTypeHelpWith(restart);
  missTypeHelp();
  resumeAfterEdit();
  expect({ help: typeHelp(), asked: restart.mock.calls.length }).toEqual({ help: "absent", asked: 0 });
  resumeTypeHelp();
  expect({ help: typeHelp(), asked: restart.mock.calls.length }).toEqual({ help: "on", asked: 1 });
});

test("a checker that stumbles is started anew once for a text, then it is off until the next edit; Monaco hears of neither", () => {
  const restart = vi.fn();
  restartTypeHelpWith(restart);
  function stumbling(): void {
    const { fake, worker } = watched();
    worker.addEventListener("message", () => expect.fail("Monaco heard of it"));
    worker.postMessage({ type: 0, req: "1" });
    fake.answer("1", "Debug Failure. False expression.");
    expect(fake.ended).toBe(1);
  }
  stumbling();
  expect({ help: typeHelp(), asked: restart.mock.calls.length }).toEqual({ help: "on", asked: 1 });
  stumbling();
  expect({ help: typeHelp(), asked: restart.mock.calls.length }).toEqual({ help: "off", asked: 1 });
  resumeAfterEdit();
  stumbling();
  expect({ help: typeHelp(), asked: restart.mock.calls.length }).toEqual({ help: "on", asked: 3 });
});
