/** Drives an engine whose stack is cut: a host's stack that has grown large is saved, and the call that came last goes on from an empty one. */
import type { EngineExports } from "./engine-exports.ts";

/** What `scripts/deep-engine` adds to the engine's exports, binaryen's asyncify included. */
type CutExports = EngineExports & {
  /** How much is on the host's stack, in bytes, and beyond what the next call asks for a cut. */
  readonly host_stack: { value: number };
  readonly host_stack_limit: { value: number };
  /** Makes the call that asked, from an empty stack. */
  resume(): void;
  asyncify_get_state(): number;
  asyncify_start_unwind(at: number): void;
  asyncify_stop_unwind(): void;
  asyncify_start_rewind(at: number): void;
  asyncify_stop_rewind(): void;
};

/** The part of an engine's memory that is its deep stack, with the room through which calls are saved. */
export type StackPlace = { readonly from: number; readonly to: number };

/** What one engine needs for its stack to be cut. */
export type DeepStack = {
  /** What a call asks for a cut with. */
  readonly imports: { readonly cut: () => void };
  /** @returns the same exports; a call of one of them can nest. */
  readonly drive: (exports: EngineExports) => EngineExports;
  readonly place: StackPlace;
  /** Takes memory for the stack of an engine that has just been made. */
  readonly reserve: () => void;
  /** For an engine with the memory of another, whose stack lay there. */
  readonly settle: (place: StackPlace) => void;
};

/** @param interrupts whether the code that runs has to end: deep calls of the engine's own ask for it nowhere else. */
export type CreateDeepStack = (interrupts: () => boolean) => DeepStack;

type Suspended = {
  readonly again: () => unknown;
  readonly hostStack: number;
  readonly frames: FramesPlace;
};

type FramesPlace = { readonly piece: number; readonly from: number; readonly to: number };

const PAGE_BYTES = 65_536;
/** The engine's own stack: some 100,000 plain calls. */
const STACK_BYTES = 96 * 1024 * 1024;
/** What has to be left of it when calls are cut, so that what comes until the next cut has room. */
const LEAST_LEFT_BYTES = 2 * 1024 * 1024;
/** Where calls are unwound to and rewound from; far more than one cut takes. */
const FRAMES_BYTES = 1024 * 1024;
/**
 * Of the host's stack, counted generously: Chromium's workers have half a megabyte. Calls are cut at the first; what was saved
 * and goes on can go further by the second, so that a loop at the cut is not cut again and again; never beyond the third.
 */
const CUT_AT_BYTES = 100_000;
const ROOM_BYTES = 80_000;
const CUT_AT_LAST_BYTES = 240_000;
/** Of the memory that saved frames lie in: a new one for each cut would keep the garbage collector busy. */
const PIECE_BYTES = 4 * FRAMES_BYTES;
const UNWINDING = 1;
const REWINDING = 2;

export const createDeepStack: CreateDeepStack = (interrupts) => {
  let engine: CutExports | null = null;
  /** First the room through which calls are saved, then the stack. */
  let place: StackPlace = { from: 0, to: 0 };
  /** Saved frames, piece after piece: what came last goes on first. */
  const saved: Uint8Array[] = [];
  let top: FramesPlace = { piece: 0, from: 0, to: 0 };
  const own = (): CutExports => {
    if (engine === null) throw new Error("The engine’s stack was cut before it was there.");
    return engine;
  };

  /** asyncify's record: where the next frame goes, and where they end. */
  function setFrames(frames: Uint8Array): void {
    const { buffer } = own().memory;
    const view = new DataView(buffer);
    const firstAt = place.from + 8;
    view.setUint32(place.from, firstAt + frames.length, true);
    view.setUint32(place.from + 4, place.from + FRAMES_BYTES, true);
    new Uint8Array(buffer).set(frames, firstAt);
  }

  /** @returns where they lie among those saved. */
  function takeFrames(): FramesPlace {
    const { buffer } = own().memory;
    const start = place.from + 8;
    const length = new DataView(buffer).getUint32(place.from, true) - start;
    const fits = top.to + length <= PIECE_BYTES;
    const from = fits ? top.to : 0;
    top = { piece: fits ? top.piece : top.piece + 1, from, to: from + length };
    saved[top.piece] ??= new Uint8Array(PIECE_BYTES);
    saved[top.piece]?.set(new Uint8Array(buffer, start, length), from);
    return top;
  }

  /** The frames that were saved last. */
  function giveFrames({ piece, from, to }: FramesPlace): void {
    setFrames(saved[piece]?.subarray(from, to) ?? new Uint8Array());
    top = { piece, from, to: from };
  }

  function call(begin: () => unknown): unknown {
    const exports = own();
    const { host_stack, host_stack_limit } = exports;
    const before = { used: host_stack.value, limit: host_stack_limit.value };
    const suspended: Suspended[] = [];
    let again = begin;
    host_stack_limit.value = before.used + CUT_AT_BYTES;
    let result = again();
    for (;;) {
      if (exports.asyncify_get_state() === UNWINDING) {
        exports.asyncify_stop_unwind();
        suspended.push({ again, hostStack: host_stack.value, frames: takeFrames() });
        host_stack.value = before.used;
        host_stack_limit.value = before.used + CUT_AT_BYTES;
        again = exports.resume;
      } else {
        const last = suspended.pop();
        if (!last) break;
        giveFrames(last.frames);
        host_stack.value = last.hostStack;
        host_stack_limit.value = Math.min(last.hostStack + ROOM_BYTES, before.used + CUT_AT_LAST_BYTES);
        exports.asyncify_start_rewind(place.from);
        again = last.again;
      }
      result = again();
    }
    host_stack.value = before.used;
    host_stack_limit.value = before.limit;
    // What many calls took is given back, but for a piece that the next ones take.
    if (top.piece === 0) saved.splice(1);
    return result;
  }

  return {
    imports: {
      cut() {
        const exports = own();
        if (exports.asyncify_get_state() === REWINDING) return exports.asyncify_stop_rewind();
        const left = exports.__stack_pointer.value - place.from - FRAMES_BYTES;
        // No code of the guest's can catch that, as in production, where such a run goes on to the time limit.
        if (left < LEAST_LEFT_BYTES || interrupts()) throw new RangeError("The deep stack is spent.");
        setFrames(new Uint8Array());
        exports.asyncify_start_unwind(place.from);
      },
    },
    drive(exports) {
      engine = exports as CutExports;
      const driven = Object.entries(exports).map(([name, member]: [string, unknown]) => [
        name,
        typeof member === "function" ? (...args: unknown[]) => call(() => member(...args)) : member,
      ]);
      return Object.fromEntries(driven);
    },
    reserve() {
      const { memory, __stack_pointer } = own();
      const from = memory.grow((FRAMES_BYTES + STACK_BYTES) / PAGE_BYTES) * PAGE_BYTES;
      place = { from, to: from + FRAMES_BYTES + STACK_BYTES };
      __stack_pointer.value = place.to;
    },
    settle(given) {
      place = given;
    },
    get place() {
      return place;
    },
  };
};
