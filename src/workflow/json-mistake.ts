/** Finds the first mistake in a JSON text and says in plain words what was expected there. */

/** `line` and `column` start at 1; columns count UTF-16 units, as editors do. */
export type JsonMistake = { readonly message: string; readonly line: number; readonly column: number };

/** Arrays and objects may stand inside each other this deep; beyond it every reader of the value would need care. */
export const MAX_JSON_DEPTH = 200;

/** Whether a name may stand twice in an object. */
export type NamesRule = "any" | "unique";

class Mistake {
  readonly offset: number;
  readonly message: string;
  constructor(offset: number, message: string) {
    this.offset = offset;
    this.message = message;
  }
}

/** A name as it appears in a message: quoted, and short. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0x20 && code < 0x7f ? character : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A strict reader of RFC 8259 that builds nothing: it only looks for the place where the text stops being JSON. */
class Scanner {
  readonly #text: string;
  readonly #names: NamesRule;
  #at = 0;
  #depth = 0;

  constructor(text: string, names: NamesRule) {
    this.#text = text;
    this.#names = names;
  }

  scan(): void {
    this.#skipSpace();
    if (this.#at === this.#text.length) this.#fail("The text is empty. Expected a JSON value.");
    this.#value("the document");
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail("Expected nothing more after the end of the JSON value.");
  }

  #next(): string {
    return this.#text.charAt(this.#at);
  }

  #fail(message: string, offset = this.#at): never {
    throw new Mistake(offset, message);
  }

  #skipSpace(): void {
    while (/^[ \t\r\n]$/.test(this.#next())) this.#at++;
    if (this.#text.startsWith("//", this.#at) || this.#text.startsWith("/*", this.#at)) {
      this.#fail("JSON has no comments. Remove this one.");
    }
  }

  #value(owner: string): void {
    const next = this.#next();
    if (next === "{") this.#nested(() => this.#object());
    else if (next === "[") this.#nested(() => this.#array());
    else if (next === '"') this.#string();
    else if (/^[-0-9.+]$/.test(next)) this.#number();
    else this.#word(owner);
  }

  #word(owner: string): void {
    const next = this.#next();
    const word = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(this.#text.slice(this.#at, this.#at + 60))?.[0];
    if (word === "true" || word === "false" || word === "null") {
      this.#at += word.length;
      return;
    }
    if (word !== undefined) {
      this.#fail(`${quoted(word)} without quotes is not a JSON value. Text stands in double quotes.`);
    }
    if (next === "'" || next === "`") this.#fail(`Text stands in double quotes, not in ${next}.`);
    if (next === "") this.#fail(`The text ends where the value of ${owner} was expected.`);
    this.#fail(`Expected a value for ${owner}, found ${visible(this.#character())}.`);
  }

  #character(): string {
    return String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
  }

  #nested(read: () => void): void {
    if (++this.#depth > MAX_JSON_DEPTH) this.#fail(TOO_DEEP);
    read();
    this.#depth--;
  }

  #object(): void {
    const met = new Set<string>();
    this.#members("}", "the object", () => {
      if (this.#next() !== '"') this.#failAtName();
      const start = this.#at;
      const written = this.#string();
      const name = quoted(written);
      if (this.#names === "unique" && met.has(written)) {
        this.#fail(`The name ${name} stands twice in this object. Rename or remove one of them.`, start);
      }
      met.add(written);
      this.#skipSpace();
      if (this.#next() !== ":") this.#fail(`Expected a colon after ${name}.`);
      this.#at++;
      this.#skipSpace();
      this.#value(name);
      return `the value of ${name}`;
    });
  }

  #failAtName(): never {
    const word = /^[\p{L}\p{N}_$-]+/u.exec(this.#text.slice(this.#at, this.#at + 60))?.[0];
    if (word !== undefined) this.#fail(`The name ${word} needs double quotes: "${word}".`);
    if (this.#next() === "'") this.#fail("Names stand in double quotes, not in single ones.");
    this.#fail("Expected a name in double quotes.");
  }

  #array(): void {
    let index = 0;
    this.#members("]", "the array", () => {
      const item = `item ${++index}`;
      this.#value(item);
      return item;
    });
  }

  /** Reads members up to `close`, with commas between them. `read` reads one and names it for messages. */
  #members(close: "}" | "]", whole: string, read: () => string): void {
    const open = this.#at++;
    this.#skipSpace();
    if (this.#next() === close) {
      this.#at++;
      return;
    }
    for (;;) {
      if (this.#next() === "") this.#failUnclosed(open, close, whole);
      const member = read();
      this.#skipSpace();
      if (this.#next() === close) {
        this.#at++;
        return;
      }
      if (this.#next() === "") this.#failUnclosed(open, close, whole);
      if (this.#next() !== ",") this.#fail(`Expected a comma or ${close} after ${member}.`);
      const comma = this.#at++;
      this.#skipSpace();
      if (this.#next() === close)
        this.#fail(`Remove the comma before ${close}: JSON has none after the last one.`, comma);
    }
  }

  #failUnclosed(open: number, close: string, whole: string): never {
    this.#fail(`The text ends before the ${close} that closes ${whole} from line ${placeOf(this.#text, open).line}.`);
  }

  #string(): string {
    const start = this.#at++;
    for (;;) {
      const next = this.#next();
      if (next === '"') break;
      if (next === "" || next === "\n" || next === "\r")
        this.#fail("The text that starts here has no closing quote.", start);
      if (next < " ") this.#fail(`The character ${visible(next)} must be written as an escape, such as \\t or \\n.`);
      if (next === "\\") this.#escape();
      else this.#at++;
    }
    this.#at++;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #escape(): void {
    const known = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.#text.slice(this.#at, this.#at + 6))?.[0];
    if (known === undefined) {
      this.#fail(
        `\\${this.#text.charAt(this.#at + 1)} is not an escape that JSON knows. A backslash itself is written \\\\.`,
      );
    }
    this.#at += known.length;
  }

  #number(): void {
    const word = /^[-+.0-9a-zA-Z_]+/.exec(this.#text.slice(this.#at, this.#at + 400))?.[0] ?? "";
    const shown = word.length > 40 ? `${word.slice(0, 39)}…` : word;
    const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/.exec(this.#text.slice(this.#at))?.[0];
    if (number === undefined || (number.length < word.length && word.length < 400)) {
      this.#fail(`${shown} is not a number as JSON writes it.`);
    }
    if (!Number.isFinite(Number(number))) this.#fail(`${shown} is larger than any number can be here.`);
    this.#at += number.length;
  }
}

const TOO_DEEP = `Arrays and objects stand more than ${MAX_JSON_DEPTH} deep inside each other here. Use fewer levels.`;

/** The line and column of an offset in a text. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The first mistake in a text, or the first value beyond this reader's limits; null when there is neither. */
export function findJsonMistake(text: string, names: NamesRule = "any"): JsonMistake | null {
  try {
    new Scanner(text, names).scan();
    return null;
  } catch (mistake) {
    if (mistake instanceof Mistake) return { message: mistake.message, ...placeOf(text, mistake.offset) };
    throw mistake;
  }
}

/** Whether text that is JSON might still hold what this reader refuses: too many levels, or a number beyond every double. Quick. */
export function mayExceedLimits(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      while (text.charCodeAt(++at) !== 0x22) if (text.charCodeAt(at) === 0x5c) at++;
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_JSON_DEPTH) return true;
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
    }
  }
  return /[eE]\+?[0-9]{3}|[0-9]{300}/.test(text);
}
