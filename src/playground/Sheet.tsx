/** One named region of the page, whose crash stays its own. */
import type { ReactNode } from "react";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { type SheetLabel, SheetMarkup } from "./SheetMarkup.tsx";

export function Sheet({ label, view }: { readonly label: SheetLabel; readonly view: ReactNode }) {
  return (
    <SheetMarkup label={label}>
      <ErrorBoundary view={`${label.toLowerCase()} view`}>{view}</ErrorBoundary>
    </SheetMarkup>
  );
}
