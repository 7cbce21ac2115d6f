/** Regular expressions whose matching takes time in proportion to the text, so that a stranger's pattern can hang nothing. */

/** Steps of a program for all threads at once (K. Thompson, 1968). */
type Step =
  | { readonly kind: "character"; readonly fits: (character: string) => boolean }
  | { readonly kind: "split"; readonly to: readonly [number, number] }
  | { readonly kind: "jump"; readonly to: number }
  | { readonly kind: "start" | "end" | "word-edge" | "match" };

/** A longer text is not looked at. */
export const MOST_MATCHED_CHARACTERS = 50_000;

type Pattern = { readonly test: (text: string) => boolean };

/** Thrown for what is no pattern; the message is a sentence for its author. */
export class PatternError extends Error {
  override readonly name = "PatternError";
  readonly code = "pattern";
}

/** Counted repetitions are written out; a pattern of more steps is refused. */
const MOST_STEPS = 200;

/**
 * Understands `. [] () (?:) | * + ? {n,m} ^ $ \b \d \w \s` and escaped characters.
 * @throws PatternError
 */
export function createPattern(source: string): Pattern {
  const steps = new Compiler(source).steps();
  return { test: (text) => run(steps, [...text]) };
}

type Node =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "sequence"; readonly nodes: readonly Node[] }
  | { readonly kind: "alternatives"; readonly nodes: readonly Node[] }
  | { readonly kind: "repeat"; readonly node: Node; readonly least: number; readonly most: number };

class Compiler {
  readonly #source: readonly string[];
  readonly #steps: Step[] = [];
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = [...source];
  }

  steps(): readonly Step[] {
    const node = this.#alternatives();
    if (this.#at < this.#source.length) this.#fail("has a ) without its (");
    this.#write(node);
    this.#add({ kind: "match" });
    return this.#steps;
  }

  #fail(what: string): never {
    throw new PatternError(`The pattern ${what}.`);
  }

  #alternatives(): Node {
    if (++this.#depth > 100) this.#fail("has too many brackets inside each other");
    const nodes = [this.#sequence()];
    while (this.#takes("|")) nodes.push(this.#sequence());
    this.#depth--;
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: "alternatives", nodes };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    for (let next = this.#source[this.#at]; next !== undefined && next !== "|" && next !== ")"; ) {
      nodes.push(this.#repeated(this.#atom()));
      next = this.#source[this.#at];
    }
    return { kind: "sequence", nodes };
  }

  #takes(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #repeated(node: Node): Node {
    const range = this.#range();
    if (range === null) return node;
    this.#takes("?"); // Whether it matches does not depend on how much it takes.
    if (this.#range() !== null) this.#fail("repeats a repetition; put brackets around it");
    return { kind: "repeat", node, ...range };
  }

  #range(): { readonly least: number; readonly most: number } | null {
    if (this.#takes("*")) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (this.#takes("+")) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (this.#takes("?")) return { least: 0, most: 1 };
    const [written, least = "", comma, most = ""] =
      /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(this.#source.slice(this.#at, this.#at + 12).join("")) ?? [];
    if (written === undefined) return null;
    this.#at += written.length;
    const upTo = comma === "" ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most);
    if (upTo < Number(least)) this.#fail(`repeats from ${least} to ${most} times, which is never`);
    return { least: Number(least), most: upTo };
  }

  #atom(): Node {
    const character = this.#source[this.#at++] ?? "";
    switch (character) {
      case "(":
        return this.#group();
      case "[":
        return this.#fitting(this.#set());
      case ".":
        return this.#fitting((one) => !/[\n\r\u2028\u2029]/.test(one));
      case "^":
        return { kind: "step", step: { kind: "start" } };
      case "$":
        return { kind: "step", step: { kind: "end" } };
      case "*":
      case "+":
      case "?":
        return this.#fail(`has a ${character} with nothing to repeat before it`);
      case "\\":
        if (this.#takes("b")) return { kind: "step", step: { kind: "word-edge" } };
        return this.#fitting(this.#escaped());
      default:
        return this.#fitting((one) => one === character);
    }
  }

  #group(): Node {
    if (this.#takes("?") && !this.#takes(":"))
      this.#fail("looks ahead or behind, or names a group, which is not read here");
    const node = this.#alternatives();
    if (!this.#takes(")")) this.#fail("has a ( without its )");
    return node;
  }

  #fitting(fits: (character: string) => boolean): Node {
    return { kind: "step", step: { kind: "character", fits } };
  }

  #escaped(): (character: string) => boolean {
    const letter = this.#source[this.#at++];
    if (letter === undefined) this.#fail("ends in \\");
    const one = CLASSES.get(letter);
    if (one) return one;
    const control = CONTROLS.get(letter);
    if (control === undefined && /[A-Za-z0-9]/.test(letter)) this.#fail(`has \\${letter}, which is not read here`);
    return (character) => character === (control ?? letter);
  }

  #set(): (character: string) => boolean {
    const isNegated = this.#takes("^");
    const fitting: ((character: string) => boolean)[] = [];
    while (!this.#takes("]")) {
      const first = this.#source[this.#at];
      if (first === undefined) this.#fail("has a [ without its ]");
      const last = this.#source[this.#at + 2];
      if (first !== "\\" && this.#source[this.#at + 1] === "-" && last !== undefined && last !== "]" && last !== "\\") {
        if (last < first) this.#fail(`has the range ${first}-${last}, which is the wrong way round`);
        this.#at += 3;
        fitting.push((character) => codeOf(character) >= codeOf(first) && codeOf(character) <= codeOf(last));
        continue;
      }
      this.#at++;
      fitting.push(first === "\\" ? this.#escaped() : (character) => character === first);
    }
    return (character) => fitting.some((fits) => fits(character)) !== isNegated;
  }

  #add(step: Step): number {
    if (this.#steps.length >= MOST_STEPS) this.#fail("is too long");
    return this.#steps.push(step) - 1;
  }

  #write(node: Node): void {
    switch (node.kind) {
      case "step":
        this.#add(node.step);
        return;
      case "sequence":
        for (const one of node.nodes) this.#write(one);
        return;
      case "alternatives":
        this.#writeAlternatives(node.nodes);
        return;
      case "repeat":
        this.#writeRepeat(node);
    }
  }

  #writeAlternatives([first, ...rest]: readonly Node[]): void {
    if (first === undefined) return;
    if (rest.length === 0) {
      this.#write(first);
      return;
    }
    const split = this.#add({ kind: "match" });
    this.#write(first);
    const jump = this.#add({ kind: "match" });
    this.#steps[split] = { kind: "split", to: [split + 1, this.#steps.length] };
    this.#writeAlternatives(rest);
    this.#steps[jump] = { kind: "jump", to: this.#steps.length };
  }

  #writeRepeat({ node, least, most }: Extract<Node, { kind: "repeat" }>): void {
    for (let count = 0; count < least; count++) this.#write(node);
    if (most === Number.POSITIVE_INFINITY) {
      const split = this.#add({ kind: "match" });
      this.#write(node);
      this.#add({ kind: "jump", to: split });
      this.#steps[split] = { kind: "split", to: [split + 1, this.#steps.length] };
      return;
    }
    const splits: number[] = [];
    for (let count = least; count < most; count++) {
      splits.push(this.#add({ kind: "match" }));
      this.#write(node);
    }
    for (const split of splits) this.#steps[split] = { kind: "split", to: [split + 1, this.#steps.length] };
  }
}

const codeOf = (character: string) => character.codePointAt(0) ?? 0;
const isWord = (character: string | undefined) => character !== undefined && /[A-Za-z0-9_]/.test(character);

const CLASSES: ReadonlyMap<string, (character: string) => boolean> = new Map([
  ["d", (one) => /\d/.test(one)],
  ["D", (one) => !/\d/.test(one)],
  ["w", (one) => isWord(one)],
  ["W", (one) => !isWord(one)],
  ["s", (one) => /\s/.test(one)],
  ["S", (one) => !/\s/.test(one)],
]);

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** Whether the program matches anywhere in the text. */
function run(steps: readonly Step[], characters: readonly string[]): boolean {
  let waiting: number[] = [];
  for (let at = 0; at <= characters.length; at++) {
    const ready = reach(steps, [0, ...waiting], at, characters);
    if (ready === null) return true;
    const character = characters[at];
    if (character === undefined) return false;
    waiting = ready.filter((index) => {
      const step = steps[index];
      return step?.kind === "character" && step.fits(character);
    });
    waiting = waiting.map((index) => index + 1);
  }
  return false;
}

/** The steps that wait for a character here; null when the match is reached. */
function reach(
  steps: readonly Step[],
  from: readonly number[],
  at: number,
  characters: readonly string[],
): readonly number[] | null {
  const met = new Set<number>();
  const ready: number[] = [];
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const step = steps[index];
    if (step === undefined || met.has(index)) continue;
    met.add(index);
    if (step.kind === "match") return null;
    if (step.kind === "character") ready.push(index);
    else if (step.kind === "split") open.push(...step.to);
    else if (step.kind === "jump") open.push(step.to);
    else if (holds(step.kind, at, characters)) open.push(index + 1);
  }
  return ready;
}

function holds(kind: "start" | "end" | "word-edge", at: number, characters: readonly string[]): boolean {
  if (kind === "start") return at === 0;
  if (kind === "end") return at === characters.length;
  return isWord(characters[at - 1]) !== isWord(characters[at]);
}
