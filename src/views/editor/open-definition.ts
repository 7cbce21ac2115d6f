/** Go to definition: a file of the project opens as its tab, a type of the package is shown in place. */
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { monaco } from "./monaco.ts";
import { modelPath } from "./source-models.ts";

const started = new WeakSet<PlaygroundStore>();

/** Calling it again does nothing. */
export function openDefinitions(store: PlaygroundStore): void {
  if (started.has(store)) return;
  started.add(store);
  monaco.editor.registerEditorOpener({
    openCodeEditor(source, resource, place) {
      const file = store
        .getState()
        .project.files.find(({ name }) => monaco.Uri.parse(modelPath(name)).toString() === resource.toString());
      if (file === undefined) {
        source.trigger("definition", "editor.action.peekDefinition", null);
        return true;
      }
      const [line, column] =
        place === undefined
          ? [1, 1]
          : "lineNumber" in place
            ? [place.lineNumber, place.column]
            : [place.startLineNumber, place.startColumn];
      store.getState().revealPosition({ file: file.name, line, column });
      return true;
    },
  });
}
