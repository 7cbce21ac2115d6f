/** Stack frames of the guest, as places in the author's source. */
import type { Frame } from "../workflow/execution.ts";
import { parseJson } from "../workflow/json.ts";
import type { Position } from "../workflow/position.ts";
import type { Program, Unit } from "../workflow/program.ts";
import { callSite } from "./call-site.ts";
import type { Locate } from "./locate.ts";
import { PACKAGE, PACKAGE_EXPORTS } from "./prelude.ts";

type Site = { readonly file: string; readonly line: number; readonly column: number; readonly name: string };

/** How many places are kept: a hostile program can make as many as it likes. */
const MAX_KEPT = 1_000;

export class Frames {
  /** The author's file that holds the workflow. */
  readonly entrySource: string;
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #prefixLength: number;
  readonly #locate: Locate;
  readonly #located = new Map<string, Position | null>();
  /** A loop records from the same place again and again. */
  readonly #nearest = new Map<string, Position | undefined>();

  /** @param prefixLength how many characters stand before a unit's code on its first line. */
  constructor(program: Program, prefixLength: number, locate: Locate) {
    const entry = program.units.find((unit) => unit.file === program.entry);
    const sources = entry?.sources ?? [];
    this.entrySource = sources.includes(program.entry) ? program.entry : (sources.at(-1) ?? program.entry);
    this.#units = new Map(program.units.map((unit) => [unit.file, unit]));
    this.#prefixLength = prefixLength;
    this.#locate = locate;
  }

  /**
   * @param sites one frame a line: file, line, column and function name, divided by tabs.
   * @param made the class whose instance the author's first frame made, if it did.
   */
  parse(sites: string, made: string | null = null): readonly Frame[] {
    const all = sitesIn(sites);
    const first = all.findIndex((site) => this.#units.has(site.file));
    return all.map((site, index): Frame => {
      const above = all[index - 1];
      const called = above ? this.#namesOf(above, site) : null;
      const position = this.#position(site, index === first && made !== null ? [made, ...(called ?? [])] : called);
      if (position) return { functionName: site.name, position, origin: "author" };
      return { functionName: site.name, origin: site.file === PACKAGE ? "package" : "glue" };
    });
  }

  /** The first of the author's places among `sites`. */
  nearest(sites: string): Position | undefined {
    if (!this.#nearest.has(sites)) {
      if (this.#nearest.size === MAX_KEPT) this.#nearest.clear();
      this.#nearest.set(sites, this.parse(sites).find((frame) => frame.position)?.position);
    }
    return this.#nearest.get(sites);
  }

  /** Where an error is reported: the first frame in the entry file (recorded), else the author's first frame. */
  reported(frames: readonly Frame[]): Position | undefined {
    const own = frames.filter((frame) => frame.position);
    return (own.find((frame) => frame.position?.file === this.entrySource) ?? own[0])?.position;
  }

  /** The frames as the lines of a stack. */
  toStack(frames: readonly Frame[]): string {
    return frames
      .filter((frame) => frame.origin !== "glue")
      .map(({ functionName, position, origin }) => {
        const place = position ? `${position.file}:${position.line}:${position.column}` : origin;
        return functionName === "" ? `\tat ${place}` : `\tat ${functionName} (${place})`;
      })
      .join("\n");
  }

  #position(site: Site, names: readonly string[] | null): Position | null {
    const unit = this.#units.get(site.file);
    if (!unit || !(site.line > 0)) return null;
    const key = `${site.file}\t${site.line}\t${site.column}\t${names?.join() ?? ""}`;
    const known = this.#located.get(key);
    if (known !== undefined) return known;
    const column = site.line === 1 ? Math.max(1, site.column - this.#prefixLength) : site.column;
    const own = { line: site.line, column };
    const place = names ? callSite(unit.code, own, names) : own;
    const position = this.#locate(site.file, place.line, place.column) ?? this.#locate(site.file, own.line, own.column);
    this.#located.set(key, position);
    return position;
  }

  /** What the code at `caller` may call the function of the frame above it; none when an assignment called it. */
  #namesOf(above: Site, caller: Site): readonly string[] | null {
    if (above.file !== PACKAGE) return above.name === "" ? null : [above.name];
    // the setter of a claims Proxy
    if (above.name === "set") return [];
    const name = PACKAGE_EXPORTS.get(above.name);
    if (name === undefined) return [above.name];
    const imported = /\{([^{}]*)\}\s*=\s*require\("@kinde\/infrastructure"\)/.exec(
      this.#units.get(caller.file)?.code ?? "",
    );
    const aliases = [...(imported?.[1] ?? "").matchAll(/([\w$]+)\s*:\s*([\p{ID_Continue}$]+)/gu)];
    return [name, ...aliases.flatMap(([, exported, local = ""]) => (exported === name ? [local] : []))];
  }
}

function sitesIn(text: string): readonly Site[] {
  return text.split("\n").flatMap((row) => {
    if (row === "") return [];
    const [file = "", line = "", column = "", name = ""] = row.split("\t");
    return [{ file, line: Number(line), column: Number(column), name: String(parseJson(`"${name}"`)) }];
  });
}
