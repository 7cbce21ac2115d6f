/** A page of embeds in one column, 800 px of it in view: which of them has started when. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StartOrder } from "./start-order.ts";

const VIEW_HEIGHT = 800;
const HEIGHT = 300;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Embeds by their tops in the page; `broken` ones are known at once to give no result. */
function pageOf(tops: Readonly<Record<string, number>>, broken: readonly string[] = []) {
  const started: string[] = [];
  let scrolledPx = 0;
  const order: StartOrder<string> = new StartOrder({
    extentOf: (name) => {
      const top = (tops[name] ?? 0) - scrolledPx;
      return { top, bottom: top + HEIGHT };
    },
    viewHeight: () => VIEW_HEIGHT,
    start: (name) => {
      started.push(name);
      if (broken.includes(name)) order.finish(name);
    },
  });
  const come = (...names: readonly string[]) => {
    for (const name of names) order.enter(name);
    order.startNext();
  };
  const scrollTo = (px: number) => {
    scrolledPx = px;
    order.startNext();
  };
  return { order, started, come, scrollTo };
}

test("a single one starts at once, in view or not", () => {
  const { started, come } = pageOf({ only: 1000 });
  come("only");
  expect(started).toEqual(["only"]);
});

test("each starts after the first result of the one before: those in view from the top, then the nearest", () => {
  const { order, started, come } = pageOf({ farBelow: 1200, second: 450, above: -500, first: 40, below: 850 });
  const expected = ["first", "second", "below", "above", "farBelow"];
  come("farBelow", "second", "above", "first", "below");
  for (const [index, name] of expected.entries()) {
    expect(started).toEqual(expected.slice(0, index + 1));
    order.finish(name);
  }
  expect(started).toEqual(expected);
});

test("of two in view, one whose end alone is seen comes after one that starts near the top", () => {
  const { started, come } = pageOf({ end: -270, whole: 90 });
  come("end", "whole");
  expect(started).toEqual(["whole"]);
});

test("a later result of one that has given its first starts nothing", () => {
  const { order, started, come } = pageOf({ a: 0, b: 350, c: 700 });
  come("a", "b", "c");
  order.finish("a");
  order.finish("a");
  expect(started).toEqual(["a", "b"]);
});

test("one that stays silent holds up the others for 1.5 s, one known to be broken not at all", () => {
  const { started, come } = pageOf({ silent: 0, broken: 350, last: 700 }, ["broken"]);
  come("silent", "broken", "last");
  vi.advanceTimersByTime(1_499);
  expect(started).toEqual(["silent"]);
  vi.advanceTimersByTime(1);
  expect(started).toEqual(["silent", "broken", "last"]);
});

test("what is scrolled into view waits neither for what was before nor behind what waits longer", () => {
  const { started, come, scrollTo } = pageOf({ a: 0, b: 350, c: 900, d: 2000 });
  come("a", "b", "c");
  come("d");
  expect(started).toEqual(["a"]);
  scrollTo(1900);
  expect(started).toEqual(["a", "d"]);
});

test("one out of view waits while any other starts", () => {
  const { order, started, come, scrollTo } = pageOf({ a: 0, below: 850 });
  come("a", "below");
  scrollTo(10_000);
  expect(started).toEqual(["a"]);
  order.finish("a");
  expect(started).toEqual(["a", "below"]);
});

test("one that is scrolled past does not start, one that is taken out of the page holds up nobody", () => {
  const { order, started, come } = pageOf({ removed: 0, past: 350, next: 700 });
  come("removed", "past", "next");
  order.leave("past");
  order.leave("removed");
  expect(started).toEqual(["removed", "next"]);
});
