/** Writes the plain parameters beside the project in a link. */
import { isView, type LinkParameters } from "./link-parameters.ts";

/** The inverse of `parseLinkParameters`: "" or text that starts with `&`. */
export function formatLinkParameters({ token, view, file, lines, embed }: LinkParameters): string {
  return [
    file ? `&file=${encodePercent(file)}` : "",
    token ? `&token=${token}` : "",
    view !== undefined && isView(view) ? `&view=${view}` : "",
    lines ? `&line=${lines.first === lines.last ? lines.first : `${lines.first}-${lines.last}`}` : "",
    embed ? "&embed" : "",
  ].join("");
}

/** Ends in a letter or digit always, as a fragment must. */
function encodePercent(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(wellFormed).replace(/[^A-Za-z0-9]$/, (last) => `%${last.charCodeAt(0).toString(16)}`);
}
