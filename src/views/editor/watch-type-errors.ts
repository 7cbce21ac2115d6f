/** Hands the type checker's errors in a store's files on to the list of problems. */
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { monaco } from "./monaco.ts";
import { modelOf } from "./source-models.ts";
import { setTypeProblems, type TypeProblem } from "./type-problems.ts";

const OWNERS = ["typescript", "javascript"];
/** TypeScript's codes below this are mistakes of syntax: the run tells those. */
const FIRST_TYPE_ERROR = 2_000;

const started = new WeakSet<PlaygroundStore>();

/** Calling it again does nothing. */
export function watchTypeErrors(store: PlaygroundStore): void {
  if (started.has(store)) return;
  started.add(store);

  function read(): void {
    setTypeProblems(
      store.getState().project.files.flatMap(({ name }) => {
        const model = modelOf(name);
        if (model === null) return [];
        return OWNERS.flatMap((owner) => monaco.editor.getModelMarkers({ owner, resource: model.uri }))
          .filter(({ severity, code }) => severity === monaco.MarkerSeverity.Error && codeOf(code) >= FIRST_TYPE_ERROR)
          .map(
            ({ message, startLineNumber: line, startColumn: column }): TypeProblem => ({
              message,
              position: { file: name, line, column },
            }),
          );
      }),
    );
  }

  monaco.editor.onDidChangeMarkers(read);
  read();
}

function codeOf(code: monaco.editor.IMarkerData["code"]): number {
  return Number(typeof code === "object" ? code.value : code);
}
