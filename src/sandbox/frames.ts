/** Stack frames of the guest, as places in the author's source. */
import type { Frame } from "../workflow/execution.ts";
import { parseJson } from "../workflow/json.ts";
import type { Position } from "../workflow/position.ts";
import type { Program, Unit } from "../workflow/program.ts";
import { CallSites, type Place } from "./call-site.ts";
import type { Locate } from "./locate.ts";
import { MissingModuleError } from "./missing-module.ts";
import { PACKAGE, PACKAGE_EXPORTS } from "./prelude.ts";
import type { Site } from "./site.ts";
import type { Usage, UsageIn, UsageReader } from "./tracing/usage.ts";

type NamedSite = Site & { readonly name: string };

const IMPORTED_NAMES = /\{([^{}]*)\}\s*=\s*require\("@kinde\/infrastructure"\)/;
/** How many places are kept: a hostile program can make as many as it likes. */
const MAX_KEPT = 1_000;

export class Frames {
  /** The author's file that holds the workflow. */
  readonly entrySource: string;
  readonly #unit: Unit;
  readonly #prefixLength: number;
  readonly #locate: Locate;
  #aliases: readonly RegExpExecArray[] | null = null;
  #callSites: CallSites | null = null;
  readonly #usageIn: UsageIn | undefined;
  readonly #original: (site: Site) => Site;
  #reading: UsageReader | null = null;
  readonly #uses = new Map<string, Usage>();
  readonly #located = new Map<string, Position | null>();
  /** Where production places a failure that the engine places elsewhere. */
  readonly #precise = new Map<string, Place>();
  /** A loop records from the same place again and again. */
  readonly #nearest = new Map<string, Position | undefined>();

  /**
   * @param program as it is untraced.
   * @param prefixLength how many characters stand before the unit's code on its first line.
   * @param original the place in the program of one in the code that runs, where that is traced.
   */
  constructor(
    { unit }: Program,
    prefixLength: number,
    locate: Locate,
    usageIn: UsageIn | undefined,
    original = (site: Site) => site,
  ) {
    this.entrySource = unit.sources.includes(unit.file) ? unit.file : (unit.sources.at(-1) ?? unit.file);
    this.#unit = unit;
    this.#prefixLength = prefixLength;
    this.#locate = locate;
    this.#usageIn = usageIn;
    this.#original = original;
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
    return site && site.file !== PACKAGE && site.line > 0 ? this.#own(site) : null;
  }

  /** How the code at the failing place uses a property that it reads; where production says that it does is kept. */
  usage(sites: string, name: string): Usage {
    const site = this.failing(sites);
    const reading = this.#usageReader();
    if (site === null || reading === null) return "read";
    const key = `${keyOf(site)}\t${name}`;
    const known = this.#uses.get(key);
    if (known !== undefined) return known;
    const { use, place } = reading.usageAt(site, name);
    if (this.#uses.size < MAX_KEPT) {
      this.#uses.set(key, use);
      this.#precise.set(keyOf(site), place);
    }
    return use;
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
    const precise = isFailure && isFirst ? this.#precise.get(keyOf(own)) : undefined;
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
    const { code } = this.#unit;
    this.#callSites ??= new CallSites(code, (offset) => {
      const reading = this.#usageReader();
      if (reading === null && mayBeInlined(code, offset)) throw new MissingModuleError("tracing");
      return reading?.inlinedAt(offset);
    });
    return this.#callSites;
  }

  #own({ file, line, column }: Site): Site {
    return this.#original({ file, line, column: line === 1 ? Math.max(1, column - this.#prefixLength) : column });
  }

  #usageReader(): UsageReader | null {
    this.#reading ??= this.#usageIn?.(this.#unit.code) ?? null;
    return this.#reading;
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

/** Whether a name may stand for a text or a number that is declared just before, which the bundler then puts in its place. */
function mayBeInlined(code: string, offset: number): boolean {
  const name = /^[\p{ID_Continue}$]*/u.exec(code.slice(offset, offset + 100))?.[0] ?? "";
  const before = code.slice(Math.max(0, offset - 1_000), offset);
  return (
    name !== "" &&
    before.split(/\b(?:const|let)\s+/u).some((text) => text.startsWith(name) && /^[^=]*=\s*["'`\d-]/u.test(text))
  );
}

const keyOf = ({ file, line, column }: Site) => `${file}\t${line}\t${column}`;

function sitesIn(text: string): readonly NamedSite[] {
  return text.split("\n").flatMap((row) => {
    if (row === "") return [];
    const [file = "", line = "", column = "", name = ""] = row.split("\t");
    return [{ file, line: Number(line), column: Number(column), name: String(parseJson(`"${name}"`)) }];
  });
}
