import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const FOLDER = dirname(fileURLToPath(import.meta.url));

/** Type-checks the examples against the package's own declarations, as the editor does. */
function complaints(): readonly string[] {
  const file = join(FOLDER, "tsconfig.json");
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(file, ts.sys.readFile).config, ts.sys, FOLDER);
  const program = ts.createProgram(config.fileNames, config.options);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    return `${relative(FOLDER, diagnostic.file?.fileName ?? "")}: ${message}`;
  });
}

test("every example type-checks against @kinde/infrastructure", () => {
  expect(complaints()).toEqual([]);
}, 60_000);
