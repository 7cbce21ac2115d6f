/** Finds the embeds in the source of a documentation page: Markdown, MDX or HTML. */
import { SOURCE_ENDINGS, type SourceFile } from "../workflow/project.ts";

export type FoundEmbed = {
  /** 1-based, in the page's source. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  /** From its code blocks; a bare iframe has none. */
  readonly files: readonly SourceFile[];
  /** Its scenario: the attribute's, or the one of a script element inside; "" when there is none. */
  readonly scenario: string;
  /** Its scenarios, on the lines that they have in the page; absent when it has one scenario. */
  readonly scenarios?: string;
  /** The fragment of a bare iframe's address. */
  readonly link?: string;
};

const ELEMENT =
  /<kinde-workflow\b((?:[^>"'{]|"[^"]*"|'[^']*'|\{`[^`]*`\}|\{"(?:[^"\\]|\\.)*"\})*)>([\s\S]*?)<\/kinde-workflow>/g;
const IFRAME = /<iframe\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([\w:@.#-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{`([^`]*)`\}|\{("(?:[^"\\]|\\.)*")\}|([^\s"'>=]+)))?/g;

/** In the order of the page. */
export function findEmbeds(page: string): readonly FoundEmbed[] {
  const lineAt = (index: number) => page.slice(0, index).split("\n").length;
  const elements = [...page.matchAll(ELEMENT)].map((match): FoundEmbed => {
    const [, written = "", body = ""] = match;
    const attributes = attributesIn(written);
    const found = /<script\b[^>]*application\/json[^>]*>([\s\S]*?)<\/script>/.exec(body);
    const script = found?.[1] ?? "";
    const several = attributes.get("scenarios");
    const line = lineAt(match.index);
    const scriptLine = lineAt(page.indexOf(script, match.index + match[0].indexOf(found?.[0] ?? "")));
    return {
      line,
      attributes,
      files: filesIn(body),
      scenario: attributes.get("scenario") ?? (several === undefined ? script.trim() : ""),
      ...(several === undefined
        ? {}
        : { scenarios: several.trim() === "" ? onLine(scriptLine, script) : onLine(line, several) }),
    };
  });
  const frames = [...page.matchAll(IFRAME)].flatMap((match): readonly FoundEmbed[] => {
    const attributes = attributesIn(match[1] ?? "");
    const link = /#(wf\d.*)$/s.exec(attributes.get("src") ?? "")?.[1];
    if (link === undefined) return [];
    return [{ line: lineAt(match.index), attributes, files: [], scenario: "", link }];
  });
  return [...elements, ...frames].sort((one, other) => one.line - other.line);
}

const onLine = (line: number, text: string) => "\n".repeat(line - 1) + text;

/** As HTML and JSX write them; names in lower case, React's `startLine` as `start-line`. */
function attributesIn(written: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single, template, jsString, bare] of written.matchAll(ATTRIBUTE)) {
    const plain = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const text =
      jsString === undefined
        ? (template ?? unescapeHtml(double ?? single ?? bare ?? ""))
        : String(JSON.parse(jsString));
    found.set(plain, text);
  }
  return found;
}

/** Fenced blocks of source, or `<pre>` elements. */
function filesIn(body: string): readonly SourceFile[] {
  const fenced = [...body.matchAll(/^([ \t]*)(`{3,}|~{3,})[ \t]*(\w*)([^\n]*)\n([\s\S]*?)\n?^[ \t]*\2[ \t]*$/gm)].map(
    ([, indent = "", , , info = "", text = ""], index) => ({
      name: nameIn(/(?:title|filename|data-file)=["']([^"']+)["']/.exec(info)?.[1], index),
      text: `${withoutIndent(text, indent).trimEnd()}\n`,
    }),
  );
  if (fenced.length > 0) return fenced;
  return [...body.matchAll(/<pre\b([^>]*)>([\s\S]*?)<\/pre>/g)].map(([, written = "", inner = ""], index) => ({
    name: nameIn(attributesIn(written).get("data-file"), index),
    text: `${unescapeHtml(inner.replace(/<[^>]*>/g, "").replace(/^\n/, "")).trimEnd()}\n`,
  }));
}

function nameIn(title: string | undefined, index: number): string {
  const isName = title !== undefined && [...SOURCE_ENDINGS, ".json"].some((ending) => title.endsWith(ending));
  return isName ? title : index === 0 ? "Workflow.ts" : `file${index + 1}.ts`;
}

function withoutIndent(text: string, indent: string): string {
  if (indent === "") return text;
  return text.replace(new RegExp(`^${indent}`, "gm"), "");
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
]);

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal);
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return ENTITIES.get(name ?? "") ?? whole;
  });
}
