/** What a page says of an embed's scenarios: one as docs/embedding.md has it, several as `scenarios.json` holds them, or a share link's. */
import { loadPart } from "../../views/parts/load-part.ts";
import { isJsonObject, type Json, type JsonObject } from "../../workflow/json.ts";
import { createProject, type Project, type Scenarios } from "../../workflow/project.ts";
import { EmbedSettingsError } from "../embed-settings-error.ts";
import { parseEmbedScenario } from "../parse-embed-scenario.ts";

export type GivenScenarios = {
  readonly scenarios: Scenarios;
  /** What is wrong with several: then the example runs in a scenario where everything stands at its seed. */
  readonly mistakes: readonly string[];
};

/** A comment may come before the object. */
const IS_JSON = /^(?:\{|\/[/*])/;

/**
 * @param said as text, so that no number loses a digit; or as JSON.
 * @throws EmbedSettingsError for a link, or for one scenario, that cannot be read.
 */
export async function givenScenarios(
  said: JsonObject,
  files: Project["files"],
  attributes: ReadonlyMap<string, string> = new Map(),
): Promise<GivenScenarios> {
  const several = said["scenarios"];
  const text = textOf(several ?? said["scenario"]);
  const mistakes = several !== undefined && attributes.has("expect") ? [BESIDE] : [];
  if (text === "") {
    const { scenarios } = createProject([]);
    return { scenarios, mistakes: several === undefined ? [] : [...mistakes, "There are no scenarios in it."] };
  }
  if (!IS_JSON.test(text)) {
    const { projectOfLink } = await loadPart(() => import("../project-of-link.ts"));
    return { scenarios: projectOfLink(text.slice(text.indexOf("#") + 1)).scenarios, mistakes };
  }
  return several === undefined ? oneIn(text) : severalIn(text, files, mistakes);
}

const BESIDE = "Beside scenarios, expect says nothing: write what is expected into each scenario.";

function textOf(written: Json | undefined): string {
  return isJsonObject(written) ? JSON.stringify(written) : typeof written === "string" ? written.trim() : "";
}

function oneIn(text: string): GivenScenarios {
  try {
    return { scenarios: parseEmbedScenario(text).scenarios, mistakes: [] };
  } catch (error) {
    throw new EmbedSettingsError(
      `The scenario of this example cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

async function severalIn(text: string, files: Project["files"], before: readonly string[]): Promise<GivenScenarios> {
  const { readScenarios } = await loadPart(() => import("../../share/scenario-json/project-scenarios.ts"));
  const reading = readScenarios(text, { files }, Date.now());
  if (reading.kind === "ok") return { scenarios: reading.scenarios, mistakes: before };
  const told = reading.mistakes.map(({ message, line, column }) => `Scenarios, ${line}:${column}: ${message}`);
  return { scenarios: createProject([]).scenarios, mistakes: [...before, ...told] };
}
