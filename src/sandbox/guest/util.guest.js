/** `util` as production has it: goja_nodejs's format, which knows %s %d %j %% and nothing else. */
(function installUtil(kit) {
  "use strict";
  const { asNative } = kit;
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const description = uncurry(Object.getOwnPropertyDescriptor(Symbol.prototype, "description").get);
  const { stringify } = JSON;
  const toText = (value) => (typeof value === "symbol" ? (description(value) ?? "") : `${value}`);

  const { format } = {
    format() {
      const pattern = arguments[0] === undefined ? "" : toText(arguments[0]);
      let text = "";
      let next = 1;
      for (let at = 0; at < pattern.length; at++) {
        if (pattern[at] !== "%") {
          text += pattern[at];
          continue;
        }
        const verb = pattern[++at];
        if (verb === undefined) break;
        const isArgumentLeft = next < arguments.length;
        if (isArgumentLeft && verb === "s") text += toText(arguments[next++]);
        else if (isArgumentLeft && verb === "d") text += `${+arguments[next++]}`;
        else if (isArgumentLeft && verb === "j") text += `${stringify(arguments[next++])}`;
        else if (isArgumentLeft && verb === "%") text += "%";
        else text += `%${verb}`;
      }
      for (; next < arguments.length; next++) text += ` ${toText(arguments[next])}`;
      return text;
    },
  };
  return { format: asNative(format) };
});
