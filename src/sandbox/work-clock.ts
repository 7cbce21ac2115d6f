/** Measures how long a run has worked, without what a busy machine made it wait. */
import { MOST_WAITED } from "../workflow/run-input.ts";

/** A look at the clock that comes this many times later than most do came after a wait. */
const LATE = 4;
/** Looks closer than this say nothing: browsers round their clocks. */
const LEAST_MS = 2;

export class WorkClock {
  readonly limitMs: number;
  readonly #now: () => number;
  readonly #startMs: number;
  readonly #onLate: () => void;
  #lookedMs: number;
  /** What most looks take that nothing held up. */
  #usualMs: number;
  #workedMs = 0;
  #isLate = false;

  /**
   * @param now monotonic, in milliseconds.
   * @param onLate told once, when the limit has passed on the clock but not in work.
   */
  constructor(now: () => number, limitMs: number, onLate: () => void = () => undefined) {
    this.#now = now;
    this.#startMs = this.#lookedMs = now();
    this.limitMs = limitMs;
    // Until others have come a long piece is taken for work.
    this.#usualMs = limitMs;
    this.#onLate = onLate;
  }

  get workedMs(): number {
    return this.#workedMs;
  }

  /** To be called often while code runs: what lies between two looks is work as far as it is as long as between others. */
  look(): void {
    const ms = this.#now() - this.#lookedMs;
    this.#lookedMs += ms;
    const usualMs = this.#usualMs;
    this.#usualMs = ms < usualMs ? Math.max(ms, usualMs / 2) : Math.min(ms, usualMs * 1.2);
    this.#workedMs += Math.min(ms, Math.max(LEAST_MS, LATE * this.#usualMs));
  }

  isOver(): boolean {
    this.look();
    if (this.#workedMs > this.limitMs) return true;
    const lastedMs = this.#lookedMs - this.#startMs;
    if (lastedMs > this.limitMs && !this.#isLate) {
      this.#isLate = true;
      this.#onLate();
    }
    return lastedMs > MOST_WAITED * this.limitMs;
  }
}
