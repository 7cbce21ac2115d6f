/** Everything that is exported is used in another file: what is not is a promise that nobody asked for. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDERS = ["src", "e2e", "conformance", "scripts", "testing"];
/** An author's source, and types for one. */
const NOT_OURS = /^src\/examples\/.+\/|^src\/cli\/fixtures\/|\.d\.ts$|^e2e\/docs-site\//;
/** What a tool asks for by its name: the default of a configuration, what JSX is compiled to call, what comes before the unit tests. */
const ASKED_FOR_BY_NAME = /\.config\.ts#default$|\/jsx-runtime\.ts#|\/before-tests\.ts#setup$/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
    (file) => `${folder}/${file.replaceAll("\\", "/")}`,
  ),
)
  .concat("vite.config.ts")
  .filter((file) => /\.(?:tsx?|guest\.js)$/.test(file) && !NOT_OURS.test(file));

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function namesOf(binding: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(binding)) return [binding.text];
  return binding.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));
}

function exportedBy(statement: ts.Statement): readonly string[] {
  if (ts.isExportAssignment(statement)) return ["default"];
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : [];
  }
  if (!isExported(statement)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesOf(name));
  const isDefault = ts.getCombinedModifierFlags(statement as unknown as ts.Declaration) & ts.ModifierFlags.Default;
  const { name } = statement as ts.Statement & { readonly name?: ts.Identifier };
  return isDefault ? ["default"] : name ? [name.text] : [];
}

/** Each as `file#name`; `file#*` where all of the file is asked for. */
function usedBy(file: string, source: ts.SourceFile): readonly string[] {
  const used: string[] = [];
  const use = (specifier: ts.Node | undefined, names: readonly string[]) => {
    if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) return;
    const path = posix.join(posix.dirname(file), specifier.text.replace(/\?.*$/, ""));
    used.push(...names.map((name) => `${path}#${name}`));
  };
  const named = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]) =>
    elements.map(({ propertyName, name }) => (propertyName ?? name).text);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { name, namedBindings } = node.importClause ?? {};
      if (name) use(node.moduleSpecifier, ["default"]);
      if (namedBindings)
        use(node.moduleSpecifier, ts.isNamedImports(namedBindings) ? named(namedBindings.elements) : ["*"]);
    } else if (ts.isExportDeclaration(node)) {
      const { exportClause } = node;
      use(node.moduleSpecifier, exportClause && ts.isNamedExports(exportClause) ? named(exportClause.elements) : ["*"]);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      use(node.arguments[0], ["*"]);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      use(node.argument.literal, [node.qualifier && ts.isIdentifier(node.qualifier) ? node.qualifier.text : "*"]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const [, names = "", specifier = ""] of source.text.matchAll(/@import \{([^}]*)\} from "([^"]+)"/g))
    used.push(...names.split(",").map((name) => `${posix.join(posix.dirname(file), specifier)}#${name.trim()}`));
  return used;
}

test("everything that is exported is used in another file", () => {
  const sources = files.map((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return { file, source: ts.createSourceFile(file, text, ts.ScriptTarget.Latest) };
  });
  const used = new Set(sources.flatMap(({ file, source }) => usedBy(file, source)));
  const unused = sources.flatMap(({ file, source }) =>
    used.has(`${file}#*`)
      ? []
      : source.statements
          .flatMap(exportedBy)
          .flatMap((name) => (used.has(`${file}#${name}`) ? [] : [`${file}#${name}`])),
  );
  expect(unused.filter((name) => !ASKED_FOR_BY_NAME.test(name))).toEqual([]);
});
