/**
 * JSON.parse as production has it: Go's decoder, which words its errors differently, knows no Infinity and no lone surrogates.
 * @param {Glue} glue
 */
(glue) => {
  /** @import { Glue } from "../glue.ts" */
  const { exec, install, matches, parse: nativeParse, replaceEach, wellFormed, uncurry } = glue.kit;
  const isWellFormed = uncurry(String.prototype.isWellFormed);
  const NativeSyntaxError = SyntaxError;
  const texts = () => glue.natives.texts ?? glue.stop("module", "texts");

  const LONE_SURROGATE_CODE =
    /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\./g;

  install(JSON, {
    /**
     * @param {unknown} input
     * @param {Parameters<typeof JSON.parse>[1]} reviver
     */
    parse(input, reviver) {
      let text = `${input}`;
      if (!isWellFormed(text)) text = wellFormed(text);
      if (matches(/\\u[dD][89a-fA-F]/, text))
        text = replaceEach(text, LONE_SURROGATE_CODE, ({ 0: code }) => (code.length === 6 ? "\\ufffd" : code));
      let value;
      try {
        value = nativeParse(text);
      } catch (error) {
        throw new NativeSyntaxError(texts().refusal(text) ?? /** @type {Error} */ (error).message);
      }
      // Go has no Infinity to give for a number too large.
      const tooLarge = exec(/\d[eE]\+?\d\d\d|\d{309}/, text) === null ? null : texts().refusal(text);
      if (tooLarge !== null) throw new NativeSyntaxError(tooLarge);
      return typeof reviver === "function" ? nativeParse(text, reviver) : value;
    },
  });
};
