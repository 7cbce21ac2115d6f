/** What the bundle writes in place of a file's own words: the names it gives, constants, and what it makes of built-ins. */
import { BundlerNeeded } from "../bundler-needed.ts";
import { numberLiteral } from "../modules/enum-constants.ts";
import type { CodeModule } from "../modules/load.ts";
import type { ImportBinding } from "../modules/module-syntax.ts";
import { exportOf, type ResolvedName, resolveName } from "../modules/resolve-name.ts";
import { assignedMember } from "../names/member-assignment.ts";
import { positionOfToken, textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";
import { builtInReplacements } from "./built-in-replacements.ts";
import type { BundleNames } from "./bundle-names.ts";
import { shareParameters } from "./shared-parameters.ts";

/**
 * By the token that each stands in place of.
 * @throws BundlerNeeded
 */
export function replacementsIn(module: CodeModule, bundle: BundleNames): ReadonlyMap<number, string> {
  const { parsed, names } = module;
  const replacements = new Map<number, string>();
  for (const statement of module.imports) {
    for (const binding of statement.bindings) checkBinding(module, binding);
  }
  for (const [local, uses] of names.uses) replaceUses(module, local, uses, bundle, replacements);
  for (const [index, text] of builtInReplacements(module)) replacements.set(index, text);
  shareParameters(parsed, names, (like) => bundle.fresh(like), replacements);
  return replacements;
}

function checkBinding(module: CodeModule, binding: ImportBinding): void {
  const uses = module.names.uses.get(binding.local) ?? [];
  const { parsed } = module;
  const valueUses = uses.filter((index) => parsed.tokens[index]?.identifierRole !== 9);
  const counts = parsed.isTypeScript
    ? valueUses.filter((index) => parsed.tokens[index]?.identifierRole !== 1)
    : valueUses;
  if (counts.length === 0 || binding.imported === null || resolveName(module, binding.local)) return;
  throw new BundlerNeeded("an import that finds no export", positionOfToken(parsed, binding.tokenIndex));
}

/** Of one of the file's top-level names. */
function replaceUses(
  module: CodeModule,
  local: string,
  uses: readonly number[],
  bundle: BundleNames,
  replacements: Map<number, string>,
): void {
  const { parsed, names } = module;
  const isImport = names.topLevel.get(local)?.kind === "import";
  if (isImport && uses.length < 2) return;
  const meaning = resolveName(module, local);
  if (!meaning) return;
  const final = bundle.nameOf(meaning, local);
  const isNamespace = isImport && (meaning.kind === "namespace" || meaning.kind === "package-namespace");
  for (const index of uses) {
    const role = parsed.tokens[index]?.identifierRole;
    if (role === 9 || role === 1) continue;
    const assigned = isNamespace ? assignedMember(parsed, index) : null;
    if (assigned !== null) throw new BundlerNeeded("an import that is assigned", positionOfToken(parsed, index));
    if (replaceMember(module, meaning, index, bundle, replacements)) continue;
    if (final === local) continue;
    const isShorthand = role !== undefined && role !== null && role >= 5 && role <= 8;
    replacements.set(index, isShorthand ? `${local}: ${final}` : final);
  }
}

/** `Kind.A` of a constant enum becomes its value, and `lib.f` of a namespace the thing itself (as esbuild does). */
function replaceMember(
  module: CodeModule,
  meaning: ResolvedName,
  index: number,
  bundle: BundleNames,
  replacements: Map<number, string>,
): boolean {
  const { tokens } = module.parsed;
  if (tokens[index + 1]?.type !== tt.dot || tokens[index + 2]?.type !== tt.name || tokens[index]?.identifierRole !== 0)
    return false;
  const member = textOf(module.parsed, index + 2);
  if (meaning.kind === "local") {
    const value = meaning.module.enums.get(meaning.name)?.get(member);
    if (value === undefined || isAssignedAt(module, index + 3)) return false;
    replacements.set(index, typeof value === "string" ? `(${JSON.stringify(value)})` : `(${numberLiteral(value)})`);
  } else if (meaning.kind === "namespace" && meaning.module.kind === "code") {
    const inner = exportOf(meaning.module, member);
    if (!inner) return false;
    replacements.set(index, bundle.nameOf(inner, member));
  } else return false;
  replacements.set(index + 1, "");
  replacements.set(index + 2, "");
  return true;
}

function isAssignedAt(module: CodeModule, index: number): boolean {
  const type = module.parsed.tokens[index]?.type;
  return type === tt.eq || type === tt.assign || type === tt.postIncDec;
}
