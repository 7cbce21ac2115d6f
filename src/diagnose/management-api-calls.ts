/** Finds calls of the Management API: the methods of what `createKindeAPI` gives. */
import type { FileView } from "./source.ts";

const API_METHODS: ReadonlySet<string> = new Set(["get", "post", "patch", "put", "delete"]);

/** The variables that hold an API, by the offsets that declare them. */
export function apiVariables(file: FileView): ReadonlySet<number> {
  const found = new Set<number>();
  for (const index of file.candidateTokens) {
    if (file.exportAt(index) !== "createKindeAPI" || file.text(index + 1) !== "(") continue;
    const equals = file.text(index - 1) === "await" ? index - 2 : index - 1;
    const name = file.tokens[equals - 1];
    if (file.text(equals) === "=" && typeof name?.declaredAt === "number") found.add(name.declaredAt);
  }
  return found;
}

/** Whether `api.get(` and its like begins at a token. */
export function isApiCall(file: FileView, index: number, apis: ReadonlySet<number>): boolean {
  const { declaredAt } = file.tokens[index] ?? {};
  return (
    typeof declaredAt === "number" &&
    apis.has(declaredAt) &&
    file.text(index + 1) === "." &&
    API_METHODS.has(file.text(index + 2)) &&
    file.text(index + 3) === "("
  );
}
