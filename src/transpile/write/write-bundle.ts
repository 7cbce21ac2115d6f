/** Writes linked files as one unit of code with its source map. */
import type { Unit } from "../../workflow/program.ts";
import type { BundleNames } from "../link/bundle-names.ts";
import type { Linked } from "../link/link.ts";
import type { JsonModule } from "../modules/load.ts";
import { emitFile } from "./emit.ts";
import { SourceWriter } from "./source-writer.ts";

/** @throws BundlerNeeded */
export function writeBundle({ entry, modules, names, replacements, exportsCode }: Linked): Unit {
  const body = new SourceWriter();
  const sources: string[] = [];
  for (const module of modules) {
    if (module.kind === "json") body.insertUnmapped(jsonCode(module, names));
    else {
      const { parsed, syntax, file } = module;
      emitFile(
        {
          parsed,
          names: module.names,
          syntax,
          sourceIndex: sources.length,
          replacements: replacements.get(module) ?? new Map(),
          finalName: (name) => names.given({ kind: "local", module, name }) ?? name,
          freshName: (like) => names.fresh(like),
          definesFields: module.settings.definesFields,
        },
        body,
      );
      sources.push(file);
    }
    // A file may end without a semicolon, or in a comment.
    body.lineBreak();
    body.insertUnmapped(";");
  }
  const head = new SourceWriter();
  head.insertUnmapped(`${names.declarations()}${exportsCode}`);
  head.lineBreak();
  return { file: entry.file, code: head.code + body.code, sources, mappings: head.mappings + body.mappings };
}

function jsonCode(module: JsonModule, names: BundleNames): string {
  const whole = names.nameOf({ kind: "json", module, name: "default" }, "");
  const text = JSON.stringify(JSON.parse(module.text)).replace(/"__proto__":/g, '["__proto__"]:');
  const parts = module.keys.flatMap((key) => {
    const final = names.given({ kind: "json", module, name: key });
    return final === undefined || key === "default" ? [] : [`, ${final} = ${whole}[${JSON.stringify(key)}]`];
  });
  return `var ${whole} = ${text}${parts.join("")};`;
}
