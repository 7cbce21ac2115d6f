/** Names for all that a bundle holds, in one scope: names that clash are renamed, the rest stays. */
import { PACKAGE_NAME } from "../../workflow/package-exports.ts";
import type { CodeModule, Module } from "../modules/load.ts";
import { defaultNameOf } from "../modules/module-syntax.ts";
import { exportedNames, exportOf, keyOf, type ResolvedName, resolveName } from "../modules/resolve-name.ts";
import { textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";

export class BundleNames {
  readonly #modules: readonly CodeModule[];
  /** Every word in any file: none of them may become a fresh name. */
  readonly #taken = new Set<string>(["exports", "require", "module", "arguments", "eval"]);
  #knowsWords = false;
  /** The bundle's names, by what they stand for. */
  readonly #names = new Map<string, string>();
  readonly #owned = new Set<string>(["exports", "require", "module"]);
  readonly #prefix: string[] = [];
  readonly #packageNames: [string, string][] = [];

  /** Names what each file declares itself; what it imports is named when it is asked for. */
  constructor(modules: readonly CodeModule[]) {
    this.#modules = modules;
    for (const module of modules) this.#nameDeclarationsOf(module);
  }

  /** The bundle's name for what an import or export means. */
  nameOf(meaning: ResolvedName, preferred: string): string {
    const key = keyOf(meaning);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const final = this.#claimForImport(meaning, preferred);
    this.#names.set(key, final);
    return final;
  }

  /** The name that something has been given, if it has. */
  given(meaning: ResolvedName): string | undefined {
    return this.#names.get(keyOf(meaning));
  }

  /** A name that nothing in the bundle uses. */
  fresh(like: string): string {
    if (!this.#knowsWords) this.#collectWords();
    for (let number = like.startsWith("_") ? 1 : 2; ; number++) {
      const name = number === 1 ? like : `${like}${number}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }

  /** A getter for each name that a file exports, as members of property descriptors. */
  gettersOf(module: Module): string {
    return [...exportedNames(module)]
      .sort()
      .flatMap((name) => {
        const meaning = exportOf(module, name);
        return meaning
          ? [`[${JSON.stringify(name)}]: {enumerable: true, get: () => ${this.nameOf(meaning, name)}}`]
          : [];
      })
      .join(", ");
  }

  /** What the bundle begins with: the package's names, and namespaces that are used as values. */
  declarations(): string {
    const names = this.#packageNames.map(([name, final]) => (name === final ? name : `${name}: ${final}`));
    const packageCode =
      names.length === 0 ? "" : `var {${names.join(", ")}} = require(${JSON.stringify(PACKAGE_NAME)});`;
    return `${packageCode}${this.#prefix.join("")}`;
  }

  #nameDeclarationsOf(module: CodeModule): void {
    for (const [name, { kind }] of module.names.topLevel) {
      if (kind !== "import") this.#names.set(keyOf({ kind: "local", module, name }), this.#claim(module, name));
    }
    const unnamed = module.syntax.exports.find((entry) => entry.kind === "local" && entry.exported === "default");
    if (unnamed?.kind === "local" && !module.names.topLevel.has(unnamed.local)) {
      this.nameOf({ kind: "local", module, name: unnamed.local }, unnamed.local);
    }
  }

  #collectWords(): void {
    this.#knowsWords = true;
    for (const { parsed } of this.#modules) {
      for (let index = 0; index < parsed.tokens.length; index++) {
        if (parsed.tokens[index]?.type === tt.name) this.#taken.add(textOf(parsed, index));
      }
    }
  }

  /** The name a declaration keeps, or a fresh one when another file uses the same word for something else. */
  #claim(owner: CodeModule, name: string): string {
    const isClash =
      this.#owned.has(name) ||
      this.#modules.some(
        (module) =>
          module !== owner && (module.names.free.has(name) || (importsCode(module) && module.names.inner.has(name))),
      );
    return this.#own(isClash ? this.fresh(name) : name);
  }

  #own(name: string): string {
    this.#owned.add(name);
    this.#taken.add(name);
    return name;
  }

  #claimForImport(meaning: ResolvedName, preferred: string): string {
    switch (meaning.kind) {
      case "local":
        return this.#claim(meaning.module, meaning.name);
      case "json":
        return this.fresh(
          meaning.name === "default"
            ? defaultNameOf(meaning.module.file)
            : `json_${preferred.replace(/[^\p{ID_Continue}$]/gu, "_")}`,
        );
      case "package": {
        const final = this.#own(this.#canKeep(meaning, preferred) ? preferred : this.fresh(preferred));
        this.#packageNames.push([meaning.name, final]);
        return final;
      }
      case "package-namespace": {
        const final = this.fresh("infrastructure");
        this.#prefix.push(`var ${final} = require(${JSON.stringify(PACKAGE_NAME)});`);
        return final;
      }
      case "namespace": {
        const final = this.fresh(`${defaultNameOf(meaning.module.file).replace(/_default$/, "")}_exports`);
        this.#names.set(keyOf(meaning), final);
        this.#prefix.push(`var ${final} = Object.defineProperties({}, {${this.gettersOf(meaning.module)}});`);
        return final;
      }
    }
  }

  /** An import of the package keeps the author's name where every file that uses the word means the same by it. */
  #canKeep(meaning: ResolvedName, preferred: string): boolean {
    return (
      !this.#owned.has(preferred) &&
      this.#modules.every((module) => {
        if (module.names.free.has(preferred)) return false;
        const declared = module.names.topLevel.get(preferred);
        if (!declared) return !module.names.inner.has(preferred);
        const other = declared.kind === "import" ? resolveName(module, preferred) : null;
        return other !== null && keyOf(other) === keyOf(meaning);
      })
    );
  }
}

/** Whether a file's code can name what another file declares. */
function importsCode(module: CodeModule): boolean {
  for (const target of module.targets.values()) if (target !== "package" && target.kind === "code") return true;
  return false;
}
