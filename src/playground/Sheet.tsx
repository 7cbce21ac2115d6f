/** One named region of the page, whose crash stays its own. */
import type { ReactNode } from "react";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";

type SheetProps = { readonly label: "Code" | "Scenario" | "Result" | "Run"; readonly view: ReactNode };

export function Sheet({ label, view }: SheetProps) {
  return (
    // The editor's lists and hints may be larger than its sheet.
    <section className={label === "Code" ? "sheet" : "sheet sheet--contained"} aria-label={label}>
      <h2 className="only-read">{label}</h2>
      <ErrorBoundary view={`${label.toLowerCase()} view`}>{view}</ErrorBoundary>
    </section>
  );
}
