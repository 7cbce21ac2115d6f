/** Names of files and texts of errors, where Monaco draws them: characters that hide or reorder stand as marks. Importing this file sees to it. */
import { PeekViewWidget } from "monaco-editor/editor/contrib/peekView/browser/peekView";
import { StandaloneServices } from "monaco-editor/editor/standalone/browser/standaloneServices";
import { ILabelService } from "monaco-editor/platform/label/common/label";
import { MarkerService } from "monaco-editor/platform/markers/common/markerService";
import { toVisibleText } from "../parts/visible-pieces.ts";

const { setTitle } = PeekViewWidget.prototype;
PeekViewWidget.prototype.setTitle = function (primary, secondary) {
  return setTitle.call(this, toVisibleText(primary), secondary);
};

const labels = StandaloneServices.get(ILabelService);
const { getUriBasenameLabel, getUriLabel } = labels;
labels.getUriBasenameLabel = (uri) => toVisibleText(getUriBasenameLabel.call(labels, uri));
labels.getUriLabel = (uri, options) => toVisibleText(getUriLabel.call(labels, uri, options));

// A hover draws the name of a related place itself, so such places are left out where it cannot be drawn as it is.
const { changeOne } = MarkerService.prototype;
MarkerService.prototype.changeOne = function (owner, resource, markers) {
  const shown = markers.map((marker) => ({
    ...marker,
    message: toVisibleText(marker.message),
    ...(marker.relatedInformation && {
      relatedInformation: marker.relatedInformation
        .filter(({ resource: { path } }) => toVisibleText(path) === path)
        .map((related) => ({ ...related, message: toVisibleText(related.message) })),
    }),
  }));
  return changeOne.call(this, owner, resource, shown);
};
