/** Reads what a stranger may send or a person may paste: links, tokens, JSON, mocks and messages; and what an embed reports. */
import { describe, expect, test } from "vitest";
import { EmbedSettingsError } from "../../../src/embed/embed-settings-error.ts";
import { givenScenarios } from "../../../src/embed/scenarios/given-scenarios.ts";
import { complaintsAboutZip } from "./judge-zip.ts";
import { complaintsAboutLink, LINKS } from "./links.ts";
import { MESSAGES, receive } from "./messages.ts";
import { createBench } from "./node-bench.ts";
import { complaintsAboutReport, projectOfReport, REPORTS, reportIn } from "./reports.ts";
import { ANSWERS, complaintsAboutText, TEXTS } from "./texts.ts";
import { ZIPS } from "./zips.ts";

const bench = await createBench();

describe("links", () => {
  test.each(LINKS.map((link) => [link.name, link] as const))("%s", (_, link) => {
    expect(complaintsAboutLink(link)).toEqual([]);
  });
});

describe("zip files", () => {
  test.each(ZIPS.map((zip) => [zip.name, zip] as const))("%s", (_, zip) => {
    expect(complaintsAboutZip(zip)).toEqual([]);
  });
});

describe("texts", () => {
  test.each(TEXTS.map((text) => [text.name, text] as const))("%s", (_, text) => {
    expect(complaintsAboutText(text)).toEqual([]);
  });
  test.each(ANSWERS.map((run) => [run.name, run] as const))("%s", async (_, run) => {
    expect(await bench.judge(run)).toEqual([]);
  });
});

describe("messages", () => {
  test.each(MESSAGES.map((message) => [message.name, message] as const))("%s", async (_, message) => {
    const received = receive(message);
    expect(received).toEqual(message.expected);
    if (received?.type === "kinde-workflow:scenario") {
      const opened = givenScenarios(received.said, []).then(({ scenarios: [first] }) => first);
      if (message.opens) expect(await opened).toMatchObject(message.opens);
      else await expect(opened).rejects.toThrow(EmbedSettingsError);
    }
    expect("polluted" in {}).toBe(false);
  });
});

describe("reports", () => {
  const reports = REPORTS.filter(({ isUnstoppable }) => !isUnstoppable);
  test.each(reports.map((report) => [report.name, report] as const))("%s", async (_, report) => {
    const project = projectOfReport(report);
    expect(complaintsAboutReport(report, reportIn(await bench.run(project, 1_000), project))).toEqual([]);
  });
});
