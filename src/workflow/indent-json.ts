/** Writes JSON text over several lines, as `JSON.stringify(value, null, 2)` lays it out, without changing its values. */
import { compactJson } from "./exact-json.ts";

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|\[\]|\{\}|[[\]{}:,]|[^"[\]{}:,]+/g;

/**
 * @param text is known to be JSON.
 * @param levels by how many levels all lines but the first are indented.
 */
export function indentJson(text: string, levels = 0): string {
  let depth = levels;
  const line = () => `\n${"  ".repeat(depth)}`;
  return compactJson(text).replace(TOKEN, (token) => {
    switch (token) {
      case "[":
      case "{":
        depth++;
        return token + line();
      case "]":
      case "}":
        depth--;
        return line() + token;
      case ",":
        return token + line();
      case ":":
        return ": ";
      default:
        return token;
    }
  });
}
