import { expect, test } from "vitest";
import { evaluateEach, openGuest } from "../../../../testing/open-guest.ts";

test("texts are read by Go's layouts and nothing else", async () => {
  const { evaluate } = await openGuest();
  const expected = {
    "2024": 1704067200000,
    "2024-02": 1706745600000,
    "2024-01-2": 1704153600000,
    "2024-01-02": 1704153600000,
    "2024-01-02T03:04": 1704164640000,
    "2024-01-02T3:04:05Z": 1704164645000,
    "2024-01-02T03:04:05.1234567+02:00": 1704157445123,
    "2024-01-02T03:04:05-0130": 1704170045000,
    "2024-01-02 03:04:05": 1704164645000,
    "+002024-01-01T00:00:00Z": 1704067200000,
    "-000001-01-01": -62198755200000,
    "+275760-09-13": 8.64e15,
    "Tue, 02 Jan 2024 03:04:05 GMT": 1704164645000,
    "Tuesday, 2 January 2024 03:04:05 EST": 1704182645000,
    "Tue Jan 02 2024 03:04:05 GMT+0200 (Central European Time)": 1704157445000,
    "Tue Jan  2 03:04:05 2024": 1704164645000,
    "jan 2, 2024": 1704153600000,
  };
  expect(
    evaluate(`Object.fromEntries(${JSON.stringify(Object.keys(expected))}.map((text) => [text, Date.parse(text)]))`),
  ).toEqual(expected);
  const unread = ["", "x", "2024-1-2", "2024/01/02", "01/02/2024", "2 January 2024", "2024-01-02 03:04", "2024-02-30"];
  const beyond = ["2024-13-01", "2024-01-02T24:00:00Z", "2024-01-02T03:04:60Z", "-000000-01-01", "+275760-09-14"];
  expect(
    evaluate(`${JSON.stringify([...unread, ...beyond])}.filter((text) => !Number.isNaN(new Date(text).getTime()))`),
  ).toEqual([]);
});

test("what toString writes can be read again", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`[0, 1704164645000, -1e12].filter((time) =>
      new Date(new Date(time).toString()).getTime() !== time || Date.parse(new Date(time).toUTCString()) !== time)`),
  ).toEqual([]);
});

test("dates are written in one locale, in UTC", async () => {
  expect(
    await evaluateEach([
      'new Date("2024-05-06T07:08:09Z").toString()',
      "new Date(0).toTimeString()",
      'new Date("2024-05-06T17:08:09Z").toLocaleString("de-DE", { timeZone: "America/New_York" })',
      "new Date(0).toLocaleDateString()",
      "new Date(0).toLocaleTimeString()",
      "new Date(NaN).toLocaleString()",
      "new Date(NaN).toString()",
      "typeof Date()",
    ]),
  ).toEqual({
    'new Date("2024-05-06T07:08:09Z").toString()': "Mon May 06 2024 07:08:09 GMT+0000 (UTC)",
    "new Date(0).toTimeString()": "00:00:00 GMT+0000 (UTC)",
    'new Date("2024-05-06T17:08:09Z").toLocaleString("de-DE", { timeZone: "America/New_York" })':
      "05/06/2024, 17:08:09",
    "new Date(0).toLocaleDateString()": "01/01/1970",
    "new Date(0).toLocaleTimeString()": "00:00:00",
    "new Date(NaN).toLocaleString()": "Invalid Date",
    "new Date(NaN).toString()": "Invalid Date",
    "typeof Date()": "string",
  });
});

test("the replaced constructor is Date in every respect", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`class Day extends Date { next() { return new Day(this.getTime() + 864e5); } }
      const day = new Day("2024-02-28");
      [day.next().next().toISOString(), day instanceof Date, new Date().constructor === Date, Date.name, Date.length,
       new Date(2024, 1, 29, 25).toISOString(), new Date(new Date(5)).getTime(), new Date(8.64e15 + 1).getTime(), Object.keys(day)]`),
  ).toEqual(["2024-03-01T00:00:00.000Z", true, true, "Date", 7, "2024-03-01T01:00:00.000Z", 5, null, []]);
});

test("a setter given no number leaves an invalid date, in every field", async () => {
  const { evaluate } = await openGuest();
  const setters = ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"].flatMap((part) => [
    `set${part}`,
    `setUTC${part}`,
  ]);
  const run = (body: string) =>
    evaluate(`${JSON.stringify(setters)}.map((name) => { const date = new Date(5); ${body} })`);
  expect(run("const time = date[name](undefined); return [time, date.getTime()].join()")).toEqual(
    setters.map(() => "NaN,NaN"),
  );
  expect(run("return [date[name].name === name, date[name].length].join()")).toEqual(
    [3, 3, 2, 2, 1, 1, 4, 4, 3, 3, 2, 2, 1, 1].map((length) => `true,${length}`),
  );
  expect(evaluate("const date = new Date(NaN); [date.setHours(1), date.setFullYear(2024)].join()")).toBe(
    "NaN,1704067200000",
  );
});
