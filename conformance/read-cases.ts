/** Reads files of recorded programs; what a file holds is told by its content. */
import { readFileSync } from "node:fs";
import { isJsonObject, parseJson } from "../src/workflow/json.ts";
import { caseOfSyntax, caseOfVector, casesOfMistake, type RecordedCase } from "./recorded-case.ts";
import type { Mistake, SyntaxCase, Vector } from "./vector.ts";

/** The project's own copies. */
export const OWN_FILES = { programs: ["vectors", "more", "edges", "oracle", "errors"], syntax: ["syntax"] } as const;

export const ownFile = (root: URL, name: string) =>
  decodeURIComponent(new URL(`conformance/data/${name}.json`, root).pathname);

export function readCases(path: string): readonly RecordedCase[] {
  const json = parseJson(readFileSync(path, "utf8"));
  const rows = isJsonObject(json) ? (json["vectors"] ?? json["features"] ?? json["errors"]) : json;
  if (!Array.isArray(rows)) throw new Error(`${path} has no list "vectors", "features" or "errors".`);
  return rows.flatMap((row: unknown): readonly RecordedCase[] => {
    if (typeof row === "object" && row !== null) {
      if ("mistake" in row) return casesOfMistake(row as Mistake);
      if ("feature" in row) return [caseOfSyntax(row as SyntaxCase)];
      if ("expected" in row) return [caseOfVector(row as Vector)];
    }
    throw new Error(`${path} holds something that is no vector, no feature and no mistake.`);
  });
}
