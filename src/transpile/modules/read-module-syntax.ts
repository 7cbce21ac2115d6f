/** Reads the import and export statements of one parsed file. */

import { stringValue } from "../../workflow/string-value.ts";
import type { Names } from "../names/resolve-names.ts";
import { closeOf } from "../parse/brackets.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";
import { RESERVED, WORD } from "../parse/words.ts";
import {
  defaultNameOf,
  type ExportEntry,
  type ImportBinding,
  type ImportStatement,
  type ModuleSyntax,
} from "./module-syntax.ts";

export function readModuleSyntax(parsed: ParsedFile, names: Names): ModuleSyntax {
  return new ModuleReader(parsed, names).read();
}

class ModuleReader {
  readonly #parsed: ParsedFile;
  readonly #names: Names;
  readonly #imports: ImportStatement[] = [];
  readonly #exports: ExportEntry[] = [];
  readonly #stars: { specifier: string; specifierIndex: number }[] = [];
  readonly #removed = new Map<number, number>();
  #unsupported: ModuleSyntax["unsupported"] = null;
  #isModule = false;

  constructor(parsed: ParsedFile, names: Names) {
    this.#parsed = parsed;
    this.#names = names;
  }

  read(): ModuleSyntax {
    const { tokens } = this.#parsed;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (!token || token.isType) continue;
      if (token.type === tt._import && this.#type(index + 1) !== tt.parenL) index = this.#import(index) - 1;
      else if (token.type === tt._export) index = this.#export(index) - 1;
    }
    return {
      imports: this.#imports,
      exports: this.#exports,
      stars: this.#stars,
      removed: this.#removed,
      isModule: this.#isModule,
      unsupported: this.#unsupported,
    };
  }

  #type(index: number): number | undefined {
    return this.#parsed.tokens[index]?.type;
  }

  #text(index: number): string {
    return textOf(this.#parsed, index);
  }

  #import(start: number): number {
    this.#isModule = true;
    let index = start + 1;
    const isTypeOnly =
      this.#text(index) === "type" &&
      (this.#type(index + 1) === tt.braceL ||
        this.#type(index + 1) === tt.star ||
        (this.#type(index + 1) === tt.name && (this.#text(index + 1) !== "from" || this.#text(index + 2) === "from")));
    if (isTypeOnly) index++;
    if (this.#type(index) === tt.name && this.#type(index + 1) === tt.eq) {
      if (!isTypeOnly) this.#unsupported ??= { construct: "import … = …", tokenIndex: start };
      return index + 2;
    }
    const bindings: ImportBinding[] = [];
    const isBare = this.#type(index) === tt.string;
    if (this.#type(index) === tt.name) {
      bindings.push({ local: this.#text(index), imported: "default", tokenIndex: index });
      index += this.#type(index + 1) === tt.comma ? 2 : 1;
    }
    if (this.#type(index) === tt.star) {
      bindings.push({ local: this.#text(index + 2), imported: null, tokenIndex: index + 2 });
      index += 3;
    } else if (this.#type(index) === tt.braceL) {
      this.#checkList(index, true);
      index = this.#specifiers(index, (imported, local, tokenIndex) => bindings.push({ local, imported, tokenIndex }));
    }
    if (!isBare && (this.#text(index) !== "from" || this.#type(index + 1) !== tt.string)) {
      this.#unsupported ??= { construct: "an unusual import", tokenIndex: start };
    }
    while (this.#type(index) !== tt.string && this.#type(index) !== tt.eof) index++;
    const end = this.#endOfSource(index);
    this.#removed.set(start, end);
    if (!isTypeOnly) {
      this.#imports.push({ specifier: this.#string(index), specifierIndex: index, start, end, bindings, isBare });
    }
    return end;
  }

  /** The parser takes nearly anything in the braces. */
  #checkList(open: number, bindsNames: boolean): void {
    const close = closeOf(this.#parsed, open);
    for (let start = open + 1; start < close; ) {
      let end = start;
      while (end < close && this.#type(end) !== tt.comma) end++;
      const words = Array.from({ length: end - start }, (_, at) => this.#text(start + at));
      const isPlain = words.length === 1 || (words.length === 3 && words[1] === "as");
      const isTyped = words[0] === "type" && (words.length === 2 || (words.length === 4 && words[2] === "as"));
      const bound = bindsNames ? words.at(-1) : "";
      if (!(isPlain || isTyped) || !words.every((word) => WORD.test(word)) || RESERVED.test(bound ?? "")) {
        this.#unsupported ??= { construct: "an unusual list of names", tokenIndex: start };
      }
      start = end + 1;
    }
  }

  /** Reads `{ a, b as c }` from its brace; returns the index after the closing one. */
  #specifiers(open: number, add: (first: string, second: string, tokenIndex: number) => void): number {
    let index = open + 1;
    while (this.#type(index) !== tt.braceR && this.#type(index) !== tt.eof) {
      const token = this.#parsed.tokens[index];
      if (token?.isType || token?.type === tt.comma) {
        index++;
        continue;
      }
      const first = this.#name(index);
      const isRenamed = this.#text(index + 1) === "as" && this.#type(index + 1) !== tt.comma;
      add(first, isRenamed ? this.#name(index + 2) : first, index);
      index += isRenamed ? 3 : 1;
    }
    return index + 1;
  }

  #name(index: number): string {
    // The parser takes the string of an exported name for a name.
    return /^["']/.test(this.#text(index)) ? this.#string(index) : this.#text(index);
  }

  #string(index: number): string {
    return stringValue(this.#text(index));
  }

  /** The index after a module specifier, its attributes and its semicolon. */
  #endOfSource(specifierIndex: number): number {
    let index = specifierIndex + 1;
    const word = this.#text(index);
    if ((word === "with" || word === "assert") && this.#type(index + 1) === tt.braceL) {
      while (this.#type(index) !== tt.braceR && this.#type(index) !== tt.eof) index++;
      index++;
    }
    return this.#type(index) === tt.semi ? index + 1 : index;
  }

  #export(start: number): number {
    this.#isModule = true;
    let index = start + 1;
    const isTypeOnly =
      this.#text(index) === "type" && (this.#type(index + 1) === tt.braceL || this.#type(index + 1) === tt.star);
    if (isTypeOnly) index++;
    switch (this.#type(index)) {
      case tt.braceL:
        return this.#exportList(start, index, isTypeOnly);
      case tt.star:
        return this.#exportStar(start, index, isTypeOnly);
      case tt._default:
        return this.#exportDefault(index);
      case tt.eq:
      case tt._import:
        this.#unsupported ??= {
          construct: this.#type(index) === tt.eq ? "export =" : "export import",
          tokenIndex: start,
        };
        return index + 1;
      case tt._as:
        this.#unsupported ??= { construct: "export as namespace", tokenIndex: start };
        return index + 1;
      default:
        return this.#exportDeclaration(index);
    }
  }

  #exportList(start: number, open: number, isTypeOnly: boolean): number {
    const found: { imported: string; exported: string; tokenIndex: number }[] = [];
    const close = this.#specifiers(open, (imported, exported, tokenIndex) =>
      found.push({ imported, exported, tokenIndex }),
    );
    const hasSource = this.#text(close) === "from" && this.#type(close + 1) === tt.string;
    this.#checkList(open, false);
    const end = hasSource ? this.#endOfSource(close + 1) : this.#type(close) === tt.semi ? close + 1 : close;
    this.#removed.set(start, end);
    if (isTypeOnly) return end;
    const specifier = hasSource ? this.#string(close + 1) : "";
    for (const { imported, exported, tokenIndex } of found) {
      this.#exports.push(
        hasSource
          ? { kind: "from", exported, imported, specifier, tokenIndex }
          : { kind: "local", exported, local: imported, tokenIndex },
      );
    }
    if (hasSource && found.length > 0) {
      this.#imports.push({ specifier, specifierIndex: close + 1, start, end, bindings: [], isBare: true });
    }
    return end;
  }

  #exportStar(start: number, star: number, isTypeOnly: boolean): number {
    let index = star + 1;
    const isNamed = this.#text(index) === "as";
    const exported = isNamed ? this.#name(index + 1) : "";
    while (this.#type(index) !== tt.string && this.#type(index) !== tt.eof) index++;
    if (isNamed && this.#text(index - 1) !== "from") index = this.#nextString(index);
    if (this.#text(index - 1) !== "from" || index > star + 5) {
      this.#unsupported ??= { construct: "an unusual export", tokenIndex: star };
    }
    const end = this.#endOfSource(index);
    this.#removed.set(start, end);
    if (isTypeOnly) return end;
    const specifier = this.#string(index);
    if (isNamed) this.#exports.push({ kind: "namespace", exported, specifier, tokenIndex: star });
    else this.#stars.push({ specifier, specifierIndex: index });
    this.#imports.push({ specifier, specifierIndex: index, start, end, bindings: [], isBare: true });
    return end;
  }

  #nextString(index: number): number {
    let at = index + 1;
    while (this.#type(at) !== tt.string && this.#type(at) !== tt.eof) at++;
    return at;
  }

  #exportDefault(defaultIndex: number): number {
    let index = defaultIndex + 1;
    if (this.#isTypeAlone(index)) {
      const end = this.#type(index + 1) === tt.semi ? index + 2 : index + 1;
      this.#removed.set(defaultIndex - 1, end);
      return end;
    }
    if (
      this.#type(index) === tt._abstract ||
      (this.#text(index) === "async" && this.#type(index + 1) === tt._function)
    ) {
      index++;
    }
    const isDeclaration = this.#type(index) === tt._function || this.#type(index) === tt._class;
    if (isDeclaration && this.#type(index + 1) === tt.star) index++;
    const nameIndex = index + 1;
    const isNamed =
      isDeclaration && this.#type(nameIndex) === tt.name && this.#parsed.tokens[nameIndex]?.identifierRole !== 0;
    const local = isNamed ? this.#text(nameIndex) : defaultNameOf(this.#parsed.file.name);
    this.#exports.push({ kind: "local", exported: "default", local, tokenIndex: defaultIndex });
    return defaultIndex + 1;
  }

  /** `export default Name` where the name is that of a type: nothing at run time. */
  #isTypeAlone(index: number): boolean {
    const { tokens, isTypeScript } = this.#parsed;
    const next = tokens[index + 1];
    const name = this.#text(index);
    if (!isTypeScript || tokens[index]?.type !== tt.name || this.#names.topLevel.has(name)) return false;
    if (next?.type !== tt.semi && next?.type !== tt.eof && next?.scopeDepth !== 0) return false;
    return tokens.some(
      (token, at) => token.isType && this.#text(at) === name && /^(interface|type|class)$/.test(this.#text(at - 1)),
    );
  }

  #exportDeclaration(index: number): number {
    const keyword = this.#type(index);
    if (keyword === tt._const || keyword === tt._let || keyword === tt._var) {
      if (this.#type(index + 1) !== tt._enum) return this.#exportVariables(index);
    }
    let at = index;
    while (this.#type(at) !== tt.name || this.#text(at) === "async") {
      if (this.#type(at) === tt.eof) return index + 1;
      at++;
    }
    this.#exportLocal(at);
    return index + 1;
  }

  #exportVariables(keywordIndex: number): number {
    const depth = this.#parsed.tokens[keywordIndex]?.scopeDepth;
    for (let index = keywordIndex + 1; this.#type(index) !== tt.eof; index++) {
      const token = this.#parsed.tokens[index];
      if (!token || token.isType) continue;
      if (token.type === tt.eq && token.rhsEndIndex !== null && token.scopeDepth === depth) {
        const isDefault = this.#parsed.parents[index] !== this.#parsed.parents[keywordIndex];
        index = token.rhsEndIndex - 1;
        if (!isDefault && this.#type(index + 1) !== tt.comma) return index + 1;
        continue;
      }
      if (token.identifierRole === 2 || token.identifierRole === 5) this.#exportLocal(index);
      else if (token.type === tt.semi) return index;
      else if (token.type !== tt.comma && STATEMENT_KEYWORDS.has(token.type)) return index;
    }
    return keywordIndex + 1;
  }

  #exportLocal(nameIndex: number): void {
    const local = this.#text(nameIndex);
    if (!this.#names.topLevel.has(local)) return;
    this.#exports.push({ kind: "local", exported: local, local, tokenIndex: nameIndex });
  }
}

const STATEMENT_KEYWORDS: ReadonlySet<number> = new Set([
  tt._export,
  tt._import,
  tt._const,
  tt._let,
  tt._var,
  tt._function,
  tt._class,
  tt._if,
  tt._for,
  tt._while,
  tt._try,
  tt._enum,
  tt._abstract,
]);
