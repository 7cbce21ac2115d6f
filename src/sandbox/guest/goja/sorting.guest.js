/**
 * Sorting as production has it: Go's sort.Stable, which asks the comparator in its own order and only "less?".
 * @param {Glue} glue
 */
({ kit: { uncurry, install } }) => {
  /** @import { Glue } from "../glue.ts" */
  const { deleteProperty } = Reflect;
  const { isArray } = Array;
  /** @typedef {(x: unknown, y: unknown) => boolean} Less */
  /** @typedef {(x: unknown, y: unknown) => number} Comparator */
  const { min } = Math;

  const nativeSort = uncurry(Array.prototype.sort);
  const nativeToSorted = uncurry(Array.prototype.toSorted);
  const HOLE = Symbol();

  /** @type {(list: unknown[], start: number, middle: number, end: number) => void} */
  const rotate = (list, start, middle, end) => {
    const moved = [];
    for (let i = start; i < middle; i++) moved[i - start] = list[i];
    for (let i = middle; i < end; i++) list[start + i - middle] = list[i];
    for (let i = 0; i < moved.length; i++) list[start + end - middle + i] = moved[i];
  };
  /** @type {(list: unknown[], less: Less, a: number, m: number, b: number) => void} */
  const merge = (list, less, a, m, b) => {
    if (m - a === 1) {
      let i = m;
      for (let j = b; i < j; ) {
        const half = (i + j) >> 1;
        if (less(list[half], list[a])) i = half + 1;
        else j = half;
      }
      rotate(list, a, a + 1, i);
      return;
    }
    if (b - m === 1) {
      let i = a;
      for (let j = m; i < j; ) {
        const half = (i + j) >> 1;
        if (less(list[m], list[half])) j = half;
        else i = half + 1;
      }
      rotate(list, i, m, m + 1);
      return;
    }
    const mid = (a + b) >> 1;
    const n = mid + m;
    let start = m > mid ? n - b : a;
    for (let r = min(m, mid); start < r; ) {
      const c = (start + r) >> 1;
      if (less(list[n - 1 - c], list[c])) r = c;
      else start = c + 1;
    }
    const end = n - start;
    if (start < m && m < end) rotate(list, start, m, end);
    if (a < start && start < mid) merge(list, less, a, start, mid);
    if (mid < end && end < b) merge(list, less, mid, end, b);
  };
  /** @type {(list: unknown[], less: Less) => void} */
  const sortStable = (list, less) => {
    const n = list.length;
    for (let from = 0; from < n; from += 20)
      for (let i = from + 1; i < from + 20 && i < n; i++)
        for (let j = i; j > from && less(list[j], list[j - 1]); j--) {
          const item = list[j];
          list[j] = list[j - 1];
          list[j - 1] = item;
        }
    for (let size = 20; size < n; size *= 2)
      for (let a = 0; a + size < n; a += 2 * size) merge(list, less, a, a + size, min(a + 2 * size, n));
  };
  /** @type {(comparator: Comparator) => Less} */
  const lessBy = (comparator) => (x, y) => {
    if (x === HOLE) return false;
    if (y === HOLE) return true;
    if (x === undefined) return false;
    if (y === undefined) return true;
    const order = +comparator(x, y);
    return order < 0 || (order === 0 && 1 / order < 0);
  };
  /** @type {(array: unknown[]) => unknown[]} */
  const itemsOf = (array) => {
    const list = [];
    for (let i = 0; i < array.length; i++) list[i] = i in array ? array[i] : HOLE;
    return list;
  };
  install(Array.prototype, {
    /** @param {Comparator | undefined} comparator */
    sort(comparator) {
      if (typeof comparator !== "function" || !isArray(this)) return nativeSort(this, comparator);
      const list = itemsOf(this);
      try {
        sortStable(list, lessBy(comparator));
      } finally {
        // a comparator that throws leaves the array half sorted
        for (let i = 0; i < list.length; i++) {
          if (list[i] !== HOLE) this[i] = list[i];
          else deleteProperty(this, i);
        }
      }
      return this;
    },
    /** @param {Comparator | undefined} comparator */
    toSorted(comparator) {
      if (typeof comparator !== "function" || !isArray(this)) return nativeToSorted(this, comparator);
      const list = [];
      for (let i = 0; i < this.length; i++) list[i] = this[i];
      sortStable(list, lessBy(comparator));
      return list;
    },
  });
};
