/** A workflow's file name, where Kinde's documentation and its runtime do not say the same. */
import { type Check, recorded } from "../check.ts";

const DOCS = "Kinde’s documentation asks for a name that ends in Workflow, with the ending .ts, .js, .tsx or .jsx.";

export const entryName: Check = {
  id: "entry-name",
  *find({ entry }) {
    if (!entry || /Workflow\.[tj]s$/.test(entry.name)) return;
    const isFound = /\.[tj]s$/.test(entry.name);
    const wanted = entry.name
      .replace(/workflow(?=\.[a-z]+$)/i, "Workflow")
      .replace(/x$/, "")
      .replace(/^.*\//, "");
    yield {
      at: entry.tokens[0],
      severity: isFound ? "info" : "warning",
      message: isFound
        ? `Kinde’s runtime finds this file whatever the case of its name. ${DOCS}`
        : `Kinde’s runtime finds workflows in files that end in .ts or .js only, and not this one. ${DOCS}`,
      advice: `Call the file ${wanted}.`,
      rule: recorded("Discovery compares names in lower case, and takes .ts and .js."),
    };
  },
};
