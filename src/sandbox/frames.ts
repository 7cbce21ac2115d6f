/** Stack frames of the guest, as places in the author's source. */
import type { Frame } from "../workflow/execution.ts";
import { parseJson } from "../workflow/json.ts";
import type { Position } from "../workflow/position.ts";
import type { Program, Unit } from "../workflow/program.ts";
import { CallSites, type Place } from "./call-site.ts";
import type { Locate } from "./locate.ts";
import { PACKAGE, PACKAGE_EXPORTS } from "./prelude.ts";
import type { Site } from "./site.ts";
import type { Usage, UsageAt } from "./tracing/usage.ts";

type NamedSite = Site & { readonly name: string };

const IMPORTED_NAMES = /\{([^{}]*)\}\s*=\s*require\("@kinde\/infrastructure"\)/;
/** How many places are kept: a hostile program can make as many as it likes. */
const MAX_KEPT = 1_000;
const LINES_AROUND = 100;

export class Frames {
  /** The author's file that holds the workflow. */
  readonly entrySource: string;
  readonly #unit: Unit;
  readonly #prefixLength: number;
  readonly #locate: Locate;
  #aliases: readonly RegExpExecArray[] | null = null;
  #callSites: CallSites | null = null;
  #lines: readonly string[] | null = null;
  readonly #located = new Map<string, Position | null>();
  /** Where production places a failure that the engine places elsewhere. */
  readonly #precise = new Map<string, Place>();
  /** A loop records from the same place again and again. */
  readonly #nearest = new Map<string, Position | undefined>();

  /** @param prefixLength how many characters stand before the unit's code on its first line. */
  constructor({ unit }: Program, prefixLength: number, locate: Locate) {
    this.entrySource = unit.sources.includes(unit.file) ? unit.file : (unit.sources.at(-1) ?? unit.file);
    this.#unit = unit;
    this.#prefixLength = prefixLength;
    this.#locate = locate;
  }

  /**
   * @param sites one frame a line: file, line, column and function name, divided by tabs.
   * @param made the class whose instance the author's first frame made, or what it called that is not defined, if it did.
   */
  parse(sites: string, made: string | null = null, isFailure = true): readonly Frame[] {
    const all = sitesIn(sites);
    const first = all.findIndex((site) => this.#isOwn(site));
    return all.map((site, index): Frame => {
      const above = all[index - 1];
      const called = above ? this.#namesOf(above) : null;
      const names = index === first && made !== null ? [made, ...(called ?? [])] : called;
      const position = this.#position(site, names, isFailure, index === 0);
      if (position) return { functionName: site.name, position, origin: "author" };
      return { functionName: site.name, origin: site.file === PACKAGE ? "package" : "glue" };
    });
  }

  /** The place in the author's code that the engine failed at, itself or in a built-in function it called; null where it failed elsewhere. */
  failing(sites: string): Site | null {
    const site = sitesIn(sites).find((site) => site.file === PACKAGE || this.#isOwn(site));
    return site && site.file !== PACKAGE && site.line > 0 ? { file: site.file, ...this.#own(site) } : null;
  }

  /** Asks how the code at the failing place uses a property that it reads, and keeps where production says that it does. */
  usage(sites: string, ask: (code: string, place: Place) => UsageAt): Usage {
    const site = this.failing(sites);
    if (site === null) return "read";
    const { text, linesBefore } = this.#linesAround(site.line);
    const { use, place } = ask(text, { line: site.line - linesBefore, column: site.column });
    const { line, column } = place;
    if (this.#precise.size < MAX_KEPT) this.#precise.set(keyOf(site), { line: line + linesBefore, column });
    return use;
  }

  /** As much of the code as a statement and what stands around it take: a program may fail at thousands of places. */
  #linesAround(line: number): { readonly text: string; readonly linesBefore: number } {
    this.#lines ??= this.#unit.code.split("\n");
    const linesBefore = Math.max(0, line - LINES_AROUND);
    return { text: this.#lines.slice(linesBefore, line + LINES_AROUND).join("\n"), linesBefore };
  }

  /** The first of the author's places among `sites`. */
  nearest(sites: string): Position | undefined {
    if (!this.#nearest.has(sites)) {
      if (this.#nearest.size === MAX_KEPT) this.#nearest.clear();
      this.#nearest.set(sites, this.parse(sites, null, false).find((frame) => frame.position)?.position);
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

  #position(site: NamedSite, names: readonly string[] | null, isFailure: boolean, isFirst: boolean): Position | null {
    if (!this.#isOwn(site) || !(site.line > 0)) return null;
    const key = `${keyOf(site)}\t${names?.join() ?? ""}\t${isFailure}\t${isFirst}`;
    const known = this.#located.get(key);
    if (known !== undefined) return known;
    const own = this.#own(site);
    const precise = isFailure && isFirst ? this.#precise.get(keyOf({ file: site.file, ...own })) : undefined;
    const place = precise ?? (names ? this.#sites().find(own, names, isFailure) : own);
    const position = this.#locate(site.file, place.line, place.column) ?? this.#locate(site.file, own.line, own.column);
    this.#located.set(key, position);
    return position;
  }

  #isOwn({ file }: Site): boolean {
    return file === this.#unit.file;
  }

  /** The package's functions that the code imports under names of its own. */
  #aliased(): readonly RegExpExecArray[] {
    const imported = () => IMPORTED_NAMES.exec(this.#unit.code)?.[1] ?? "";
    this.#aliases ??= [...imported().matchAll(/([\w$]+)\s*:\s*([\p{ID_Continue}$]+)/gu)];
    return this.#aliases;
  }

  #sites(): CallSites {
    this.#callSites ??= new CallSites(this.#unit.code);
    return this.#callSites;
  }

  #own({ line, column }: Site): Place {
    return { line, column: line === 1 ? Math.max(1, column - this.#prefixLength) : column };
  }

  /** What the code below a frame may call its function; none when an assignment called it. */
  #namesOf(above: NamedSite): readonly string[] | null {
    if (above.file !== PACKAGE) return above.name === "" ? null : [above.name];
    // the setter of a claims Proxy
    if (above.name === "set") return [];
    const name = PACKAGE_EXPORTS.get(above.name);
    if (name === undefined) return [above.name];
    return [name, ...this.#aliased().flatMap(([, exported, local = ""]) => (exported === name ? [local] : []))];
  }
}

const keyOf = ({ file, line, column }: Site) => `${file}\t${line}\t${column}`;

function sitesIn(text: string): readonly NamedSite[] {
  return text.split("\n").flatMap((row) => {
    if (row === "") return [];
    const [file = "", line = "", column = "", name = ""] = row.split("\t");
    return [{ file, line: Number(line), column: Number(column), name: String(parseJson(`"${name}"`)) }];
  });
}
