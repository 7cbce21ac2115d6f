/** Joins loaded files into one unit in one scope, as production's bundle is one: names that clash are renamed, the rest stays. */

import { PACKAGE_NAME } from "../workflow/package-exports.ts";
import type { Unit } from "../workflow/program.ts";
import { builtInReplacements } from "./built-in-replacements.ts";
import { BundlerNeeded } from "./bundler-needed.ts";
import { shareParameters } from "./shared-parameters.ts";
import { emitFile } from "./emit.ts";
import { numberLiteral } from "./emit-enum.ts";
import type { CodeModule, JsonModule, Module } from "./load.ts";
import { exportedNames, exportOf, keyOf, type ResolvedName, resolveName } from "./resolve-name.ts";
import { assignedMember } from "./member-assignment.ts";
import { defaultNameOf, type ImportBinding } from "./module-syntax.ts";
import { positionOfToken, textOf } from "./parse.ts";
import { SourceWriter } from "./source-writer.ts";
import { tt } from "./token-type.ts";

export class Linker {
  readonly #entry: CodeModule;
  readonly #modules: readonly Module[];
  readonly #codeModules: readonly CodeModule[];
  /** Every word in any file: none of them may become a fresh name. */
  readonly #taken = new Set<string>(["exports", "require", "module", "arguments", "eval"]);
  #knowsWords = false;
  /** The bundle's names, by what they stand for. */
  readonly bundledNames = new Map<string, string>();
  readonly #owned = new Set<string>(["exports", "require", "module"]);
  readonly #prefix: string[] = [];
  readonly #packageNames: [string, string][] = [];

  constructor(entry: CodeModule, modules: readonly Module[]) {
    this.#entry = entry;
    this.#modules = modules;
    this.#codeModules = modules.filter((module) => module.kind === "code");
  }

  link(): Unit {
    this.#nameDeclarations();
    const replacements = this.#codeModules.map((module) => this.#replacementsIn(module));
    const exportsCode = this.#exportsOfEntry();
    const writer = new SourceWriter();
    const body = new SourceWriter();
    for (const module of this.#modules) {
      if (module.kind === "json") body.insertUnmapped(this.#jsonCode(module));
      else this.#emit(module, replacements[this.#codeModules.indexOf(module)] ?? new Map(), body);
      // A file may end without a semicolon, or in a comment.
      body.lineBreak();
      body.insertUnmapped(";");
    }
    writer.insertUnmapped(`${this.#packageCode()}${this.#prefix.join("")}${exportsCode}`);
    writer.lineBreak();
    return {
      file: this.#entry.file,
      code: writer.code + body.code,
      sources: this.#codeModules.map((module) => module.file),
      mappings: writer.mappings + body.mappings,
    };
  }

  #collectWords(): void {
    this.#knowsWords = true;
    for (const { parsed } of this.#codeModules) {
      for (let index = 0; index < parsed.tokens.length; index++) {
        if (parsed.tokens[index]?.type === tt.name) this.#taken.add(textOf(parsed, index));
      }
    }
  }

  #freshName(like: string): string {
    if (!this.#knowsWords) this.#collectWords();
    for (let number = like.startsWith("_") ? 1 : 2; ; number++) {
      const name = number === 1 ? like : `${like}${number}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }

  #nameDeclarations(): void {
    for (const module of this.#codeModules) {
      for (const [name, declaration] of module.names.topLevel) {
        if (declaration.kind !== "import")
          this.bundledNames.set(keyOf({ kind: "local", module, name }), this.#claim(module, name));
      }
      const unnamed = module.syntax.exports.find((entry) => entry.kind === "local" && entry.exported === "default");
      if (unnamed?.kind === "local" && !module.names.topLevel.has(unnamed.local)) {
        const key = keyOf({ kind: "local", module, name: unnamed.local });
        if (!this.bundledNames.has(key)) this.bundledNames.set(key, this.#claim(module, unnamed.local));
      }
    }
  }

  /** The name a declaration keeps, or a fresh one when another file uses the same word for something else. */
  #claim(owner: CodeModule, name: string): string {
    const isClash =
      this.#owned.has(name) ||
      this.#codeModules.some(
        (module) =>
          module !== owner && (module.names.free.has(name) || (importsCode(module) && module.names.inner.has(name))),
      );
    const final = isClash ? this.#freshName(name) : name;
    this.#owned.add(final);
    this.#taken.add(final);
    return final;
  }

  /** The bundle's name for what an import or export means. */
  bundledName(meaning: ResolvedName, preferred: string): string {
    const key = keyOf(meaning);
    const known = this.bundledNames.get(key);
    if (known !== undefined) return known;
    const final = this.#claimForImport(meaning, preferred);
    this.bundledNames.set(key, final);
    return final;
  }

  #claimForImport(meaning: ResolvedName, preferred: string): string {
    switch (meaning.kind) {
      case "local":
        return this.#claim(meaning.module, meaning.name);
      case "json":
        return this.#freshName(
          meaning.name === "default"
            ? defaultNameOf(meaning.module.file)
            : `json_${preferred.replace(/[^\p{ID_Continue}$]/gu, "_")}`,
        );
      case "package": {
        const final = this.#ownImportName(meaning, preferred);
        this.#packageNames.push([meaning.name, final]);
        return final;
      }
      case "package-namespace": {
        const final = this.#freshName("infrastructure");
        this.#prefix.push(`var ${final} = require(${JSON.stringify(PACKAGE_NAME)});`);
        return final;
      }
      case "namespace": {
        const final = this.#freshName(`${defaultNameOf(meaning.module.file).replace(/_default$/, "")}_exports`);
        this.bundledNames.set(keyOf(meaning), final);
        this.#prefix.push(`var ${final} = Object.defineProperties({}, {${this.#getters(meaning.module)}});`);
        return final;
      }
    }
  }

  /** An import of the package keeps the author's name where every file that uses the word means the same by it. */
  #ownImportName(meaning: ResolvedName, preferred: string): string {
    const key = keyOf(meaning);
    const isSafe =
      !this.#owned.has(preferred) &&
      this.#codeModules.every((module) => {
        if (module.names.free.has(preferred)) return false;
        const declared = module.names.topLevel.get(preferred);
        if (declared) {
          const other = declared.kind === "import" ? resolveName(module, preferred) : null;
          if (!other || keyOf(other) !== key) return false;
          return true;
        }
        return !module.names.inner.has(preferred);
      });
    const final = isSafe ? preferred : this.#freshName(preferred);
    this.#owned.add(final);
    this.#taken.add(final);
    return final;
  }

  #getters(module: Module): string {
    return [...exportedNames(module)]
      .sort()
      .flatMap((name) => {
        const meaning = exportOf(module, name);
        return meaning
          ? [`[${JSON.stringify(name)}]: {enumerable: true, get: () => ${this.bundledName(meaning, name)}}`]
          : [];
      })
      .join(", ");
  }

  #exportsOfEntry(): string {
    const module = this.#entry;
    if (!module.syntax.isModule) return "";
    return `Object.defineProperties(exports, {__esModule: {value: true}${this.#getters(module) === "" ? "" : `, ${this.#getters(module)}`}});`;
  }

  #packageCode(): string {
    if (this.#packageNames.length === 0) return "";
    const names = this.#packageNames.map(([name, final]) => (name === final ? name : `${name}: ${final}`));
    return `var {${names.join(", ")}} = require(${JSON.stringify(PACKAGE_NAME)});`;
  }

  #jsonCode(module: JsonModule): string {
    const whole = this.bundledName({ kind: "json", module, name: "default" }, "");
    const text = JSON.stringify(JSON.parse(module.text)).replace(/"__proto__":/g, '["__proto__"]:');
    const parts = module.keys.flatMap((key) => {
      const final = this.bundledNames.get(keyOf({ kind: "json", module, name: key }));
      return final === undefined || key === "default" ? [] : [`, ${final} = ${whole}[${JSON.stringify(key)}]`];
    });
    return `var ${whole} = ${text}${parts.join("")};`;
  }

  #emit(module: CodeModule, replacements: ReadonlyMap<number, string>, writer: SourceWriter): void {
    emitFile(
      {
        parsed: module.parsed,
        names: module.names,
        syntax: module.syntax,
        sourceIndex: this.#codeModules.indexOf(module),
        replacements,
        finalName: (name) => this.bundledNames.get(keyOf({ kind: "local", module, name })) ?? name,
        freshName: (like) => this.#freshName(like),
        definesFields: module.settings.definesFields,
      },
      writer,
    );
  }

  #replacementsIn(module: CodeModule): ReadonlyMap<number, string> {
    const { parsed, names } = module;
    const replacements = new Map<number, string>();
    for (const statement of module.imports) {
      for (const binding of statement.bindings) this.#checkBinding(module, binding);
    }
    for (const [local, uses] of names.uses) {
      const isImport = names.topLevel.get(local)?.kind === "import";
      if (isImport && uses.length < 2) continue;
      const meaning = resolveName(module, local);
      if (!meaning) continue;
      const final = this.bundledName(meaning, local);
      const isNamespace = isImport && (meaning.kind === "namespace" || meaning.kind === "package-namespace");
      for (const index of uses) {
        const role = parsed.tokens[index]?.identifierRole;
        if (role === 9 || role === 1) continue;
        const assigned = isNamespace ? assignedMember(parsed, index) : null;
        if (assigned !== null) throw new BundlerNeeded("an import that is assigned", positionOfToken(parsed, index));
        if (this.#replaceMember(module, meaning, index, replacements)) continue;
        if (final === local) continue;
        const isShorthand = role !== undefined && role !== null && role >= 5 && role <= 8;
        replacements.set(index, isShorthand ? `${local}: ${final}` : final);
      }
    }
    for (const [index, text] of builtInReplacements(module)) replacements.set(index, text);
    shareParameters(parsed, names, (like) => this.#freshName(like), replacements);
    return replacements;
  }

  /** `Kind.A` of a constant enum becomes its value, and `lib.f` of a namespace the thing itself (as esbuild does). */
  #replaceMember(module: CodeModule, meaning: ResolvedName, index: number, replacements: Map<number, string>): boolean {
    const { tokens } = module.parsed;
    if (
      tokens[index + 1]?.type !== tt.dot ||
      tokens[index + 2]?.type !== tt.name ||
      tokens[index]?.identifierRole !== 0
    )
      return false;
    const member = textOf(module.parsed, index + 2);
    if (meaning.kind === "local") {
      const value = meaning.module.enums.get(meaning.name)?.get(member);
      if (value === undefined || isAssignedAt(module, index + 3)) return false;
      replacements.set(index, typeof value === "string" ? `(${JSON.stringify(value)})` : `(${numberLiteral(value)})`);
    } else if (meaning.kind === "namespace" && meaning.module.kind === "code") {
      const inner = exportOf(meaning.module, member);
      if (!inner) return false;
      replacements.set(index, this.bundledName(inner, member));
    } else return false;
    replacements.set(index + 1, "");
    replacements.set(index + 2, "");
    return true;
  }

  #checkBinding(module: CodeModule, binding: ImportBinding): void {
    const uses = module.names.uses.get(binding.local) ?? [];
    const { parsed } = module;
    const valueUses = uses.filter((index) => parsed.tokens[index]?.identifierRole !== 9);
    const counts = parsed.isTypeScript
      ? valueUses.filter((index) => parsed.tokens[index]?.identifierRole !== 1)
      : valueUses;
    if (counts.length === 0 || binding.imported === null || resolveName(module, binding.local)) return;
    throw new BundlerNeeded("an import that finds no export", positionOfToken(parsed, binding.tokenIndex));
  }
}

/** Whether a file's code can name what another file declares. */
function importsCode(module: CodeModule): boolean {
  for (const target of module.targets.values()) if (target !== "package" && target.kind === "code") return true;
  return false;
}

function isAssignedAt(module: CodeModule, index: number): boolean {
  const type = module.parsed.tokens[index]?.type;
  return type === tt.eq || type === tt.assign || type === tt.postIncDec;
}
