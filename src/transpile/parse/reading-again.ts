/** Keeps sucrase's parser from reading the same tokens over and over: what it reads on trial and takes back is counted. Importing this file sees to it. */
import exported, { type State, type StateSnapshot } from "sucrase/dist/parser/tokenizer/state.js";

/** Tokens taken back in any file; and in a long one, for each of its characters. Of code that people write sucrase takes back one for 16 characters at most. */
const ALWAYS_ALLOWED = 50_000;
const ALLOWED_PER_CHARACTER = 1;

/** By parse: each has a state of its own. */
const takenBack = new WeakMap<State, number>();

const { prototype } = "default" in exported ? exported.default : exported;
const { restoreFromSnapshot } = prototype;
// A list of type parameters ends for sucrase at `>` alone, whatever stands in it: of `"a" <"b" <"c" …` each reads on to the end of the file.
prototype.restoreFromSnapshot = function (this: State, snapshot: StateSnapshot) {
  const count = (takenBack.get(this) ?? 0) + this.tokens.length - snapshot.tokensLength;
  takenBack.set(this, count);
  if (count > ALWAYS_ALLOWED + ALLOWED_PER_CHARACTER * this.pos)
    throw Object.assign(new SyntaxError("read again too often"), { pos: this.pos });
  restoreFromSnapshot.call(this, snapshot);
};
