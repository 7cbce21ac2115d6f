/**
 * `util` as production has it: goja_nodejs's format, which knows %s %d %j %% and nothing else.
 * @param {Glue} glue
 */
({ asNative, kit: { toText, wellFormed } }) => {
  /** @import { Glue } from "../glue.ts" */
  const { stringify } = JSON;
  /** @type {(value: unknown) => string} */
  const goText = (value) => wellFormed(toText(value));

  const { format } = {
    /** @param {unknown[]} args */
    format(...args) {
      const pattern = args[0] === undefined ? "" : goText(args[0]);
      let text = "";
      let next = 1;
      for (let at = 0; at < pattern.length; at++) {
        if (pattern[at] !== "%") {
          text += pattern[at];
          continue;
        }
        const verb = pattern[++at];
        if (verb === undefined) break;
        const isArgumentLeft = next < args.length;
        if (isArgumentLeft && verb === "s") text += goText(args[next++]);
        else if (isArgumentLeft && verb === "d") text += `${+(/** @type {number} */ (args[next++]))}`;
        else if (isArgumentLeft && verb === "j") text += `${stringify(args[next++])}`;
        else if (isArgumentLeft && verb === "%") text += "%";
        else text += `%${verb}`;
      }
      for (; next < args.length; next++) text += ` ${goText(args[next])}`;
      return text;
    },
  };
  return { format: asNative(format) };
};
