/** The parts of Monaco that draw names of files and texts of errors, for which it ships no types. */
declare module "monaco-editor/editor/contrib/peekView/browser/peekView" {
  export class PeekViewWidget {
    setTitle(primary: string, secondary?: string): void;
  }
}
declare module "monaco-editor/platform/label/common/label" {
  export const ILabelService: unique symbol;
}
declare module "monaco-editor/editor/standalone/browser/standaloneServices" {
  type Uri = { readonly path: string };
  type Labels = {
    getUriBasenameLabel(uri: Uri): string;
    getUriLabel(uri: Uri, options?: object): string;
  };
  export const StandaloneServices: { get(id: unknown): Labels };
}
declare module "monaco-editor/platform/markers/common/markerService" {
  type Related = { readonly message: string; readonly resource: { readonly path: string } };
  type Marker = { readonly message: string; readonly relatedInformation?: readonly Related[] };
  export class MarkerService {
    changeOne(owner: string, resource: object, markers: readonly Marker[]): void;
  }
}
