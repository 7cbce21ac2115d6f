/**
 * Dates as production has them: read by a fixed list of Go layouts, written in one locale.
 * @param {Glue} glue
 */
({ kit: { bare, uncurry, exec, hidden, install, matches, pad, Proxy: NativeProxy, slice, toLowerCase } }) => {
  /** @import { Glue } from "../glue.ts" */
  const { construct } = Reflect;
  const { defineProperty } = Object;
  const NativeRegExp = RegExp;
  const toNumber = Number;

  const NativeDate = Date;
  /** @type {Record<string, (date: unknown) => number>} */
  const dateParts = {};
  for (const part of /** @type {const} */ (["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Time"]))
    dateParts[part] = uncurry(NativeDate.prototype[/** @type {const} */ (`get${part}`)]);
  const setFullYear = uncurry(NativeDate.prototype.setUTCFullYear);
  const getTime = dateParts.Time;
  const setTime = uncurry(NativeDate.prototype.setTime);

  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  /** @type {Record<string, number>} */
  const ZONES = bare({ UTC: 0, GMT: 0, UCT: 0, EST: -5, MST: -7, HST: -10 });

  const TIME = "(\\d\\d?):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?";
  const OFFSET = "([+-])(\\d\\d):?(\\d\\d)";
  const DAY = "(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
  const MONTH =
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  const YEAR = "(\\d{4}|[+-]\\d{6})";
  const ISO =
    /^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d?))?)?(?:T(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/;
  const SPACED = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d?) +(\d\d?):(\d\d):(\d\d)(?:\.(\d+))?$/;
  // Groups of each: which of year, month, day, hour, minute, second, fraction, sign, offset hours, offset minutes, zone they hold.
  /** @type {[RegExp, number[]][] | undefined} */
  let alphaLayouts;
  /** @type {() => [RegExp, number[]][]} */
  const layouts = () =>
    (alphaLayouts ??= [
      // RFC 1123 and its like
      [
        new NativeRegExp(`^${DAY}, +(\\d\\d?) +${MONTH} +${YEAR} +${TIME} +(?:GMT)?${OFFSET}(?: +\\([^)]+\\))?$`, "i"),
        [3, 2, 1, 4, 5, 6, 7, 8, 9, 10],
      ],
      [
        new NativeRegExp(`^${DAY}, +(\\d\\d?) +${MONTH} +${YEAR} +${TIME} +([A-Z]{3,4})$`, "i"),
        [3, 2, 1, 4, 5, 6, 7, 0, 0, 0, 8],
      ],
      // Date.prototype.toString
      [
        new NativeRegExp(`^${DAY} +${MONTH} +(\\d\\d?) +${YEAR} +${TIME} +GMT${OFFSET} +\\([^)]+\\)$`, "i"),
        [3, 1, 2, 4, 5, 6, 7, 8, 9, 10],
      ],
      // Unix date, ANSI C, Ruby
      [
        new NativeRegExp(`^${DAY} +${MONTH} +(\\d\\d?) +${TIME} +([A-Z]{3,4}) +${YEAR}$`, "i"),
        [8, 1, 2, 3, 4, 5, 6, 0, 0, 0, 7],
      ],
      [new NativeRegExp(`^${DAY} +${MONTH} +(\\d\\d?) +${TIME} +${YEAR}$`, "i"), [7, 1, 2, 3, 4, 5, 6]],
      [
        new NativeRegExp(`^${DAY} +${MONTH} +(\\d\\d?) +${TIME} +${OFFSET} +${YEAR}$`, "i"),
        [10, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      ],
      [new NativeRegExp(`^${MONTH} +(\\d\\d?), +${YEAR}$`, "i"), [3, 1, 2]],
    ]);

  /** @type {(text: string) => number} */
  const parseDate = (text) => {
    let match = exec(ISO, text) ?? exec(SPACED, text);
    let places = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    if (match === null && matches(/^[a-z]/i, text)) {
      const list = layouts();
      for (let i = 0; match === null && i < list.length; i++) {
        match = exec(list[i][0], text);
        places = list[i][1];
      }
    }
    if (match === null) return NaN;
    /** @type {(place: number) => string | undefined} */
    const at = (place) => match[places[place] || -1];
    /** @type {(place: number, absent?: number) => number} */
    const number = (place, absent = NaN) => (at(place) === undefined ? absent : toNumber(at(place)));
    const monthText = at(1);
    let month = 1;
    if (monthText !== undefined && matches(/^\d/, monthText)) month = toNumber(monthText);
    else if (monthText !== undefined) for (; MONTHS[month - 1] !== slice(toLowerCase(monthText), 0, 3); ) month++;
    const year = number(0);
    const day = number(2, 1);
    const hour = number(3, 0);
    const minute = number(4, 0);
    const second = number(5, 0);
    const fraction = at(6) ?? "";
    const nanoseconds = toNumber(fraction) * (fraction.length < 9 ? 10 ** (9 - fraction.length) : 1);
    if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59 || nanoseconds >= 1e9 || at(0) === "-000000")
      return NaN;
    const date = new NativeDate(0);
    const time = setFullYear(date, year, month - 1, day);
    // a day the month does not have moves the month
    if (day < 1 || dateParts.Date(date) !== day) return NaN;
    let offset = number(8, 0) * 60 + number(9, 0);
    if (at(7) === "-") offset = -offset;
    const zone = at(10);
    if (zone !== undefined) {
      if (ZONES[zone] === undefined) return NaN;
      offset = ZONES[zone] * 60;
    }
    const milliseconds = (nanoseconds - (nanoseconds % 1e6)) / 1e6;
    const result = time + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
    return result >= -8.64e15 && result <= 8.64e15 ? result : NaN;
  };

  /** @type {(date: Date) => string} */
  const dateText = (date) =>
    `${pad(dateParts.Month(date) + 1, 2)}/${pad(dateParts.Date(date), 2)}/${pad(dateParts.FullYear(date), 4)}`;
  /** @type {(date: Date) => string} */
  const timeText = (date) =>
    `${pad(dateParts.Hours(date), 2)}:${pad(dateParts.Minutes(date), 2)}:${pad(dateParts.Seconds(date), 2)}`;
  /** @type {(date: Date) => boolean} */
  const isInvalid = (date) => getTime(date) - getTime(date) !== 0;
  const dateToString = uncurry(NativeDate.prototype.toString);
  const dateToTimeString = uncurry(NativeDate.prototype.toTimeString);
  /** @type {(text: string) => string} */
  const zoned = (text) => (matches(/\+0000$/, text) ? `${text} (UTC)` : text);
  // a setter given no number leaves no date behind
  for (const part of /** @type {const} */ ([
    "FullYear",
    "Month",
    "Date",
    "Hours",
    "Minutes",
    "Seconds",
    "Milliseconds",
  ]))
    for (const name of /** @type {const} */ ([`set${part}`, `setUTC${part}`])) {
      const set = /** @type {(date: unknown, ...args: unknown[]) => number} */ (uncurry(NativeDate.prototype[name]));
      const { length } = NativeDate.prototype[name];
      const method = {
        /** @param {unknown[]} args */
        [name](...args) {
          const time = set(this, ...args);
          return time - time === 0 ? time : setTime(this, time);
        },
      };
      install(NativeDate.prototype, method);
      defineProperty(method[name], "length", { value: length });
    }
  install(NativeDate, {
    parse(text) {
      return parseDate(`${text}`);
    },
  });
  install(NativeDate.prototype, {
    toLocaleString() {
      return isInvalid(this) ? "Invalid Date" : `${dateText(this)}, ${timeText(this)}`;
    },
    toLocaleDateString() {
      return isInvalid(this) ? "Invalid Date" : dateText(this);
    },
    toLocaleTimeString() {
      return isInvalid(this) ? "Invalid Date" : timeText(this);
    },
    toString() {
      return zoned(dateToString(this));
    },
    toTimeString() {
      return zoned(dateToTimeString(this));
    },
  });
  const NewDate = new NativeProxy(
    NativeDate,
    bare({
      apply: () => zoned(NativeDate()),
      construct: (target, args, newTarget) =>
        construct(target, args.length === 1 && typeof args[0] === "string" ? [parseDate(args[0])] : args, newTarget),
    }),
  );
  defineProperty(NativeDate.prototype, "constructor", hidden(NewDate));
  defineProperty(globalThis, "Date", hidden(NewDate));
};
