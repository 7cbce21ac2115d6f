/** A checker that does not answer is ended, once; what answers in time is left alone. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isTypeHelpOff, resumeTypeHelp, watchTypeHelp } from "./type-help.ts";

class FakeWorker extends EventTarget {
  ended = 0;
  postMessage(): void {}
  terminate(): void {
    this.ended++;
  }
  answer(seq: string): void {
    this.dispatchEvent(new MessageEvent("message", { data: { type: 1, seq } }));
  }
}

function watched(): { fake: FakeWorker; worker: Worker } {
  const fake = new FakeWorker();
  return { fake, worker: watchTypeHelp(fake as unknown as Worker) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  resumeTypeHelp(() => {});
  vi.useRealTimers();
});

test("a question without an answer ends the worker, and the next edit asks for another one", () => {
  const { fake, worker } = watched();
  worker.postMessage({ type: 0, req: "1" });
  fake.answer("1");
  worker.postMessage({ type: 0, req: "2" });
  vi.advanceTimersByTime(10_000);
  expect({ ended: fake.ended, isOff: isTypeHelpOff() }).toEqual({ ended: 1, isOff: true });
  const restart = vi.fn();
  resumeTypeHelp(restart);
  resumeTypeHelp(restart);
  expect(restart).toHaveBeenCalledOnce();
  expect(isTypeHelpOff()).toBe(false);
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
  expect(isTypeHelpOff()).toBe(false);
});
