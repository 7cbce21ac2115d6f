/** One named region of the page. */
import type { ReactNode } from "react";

export type SheetLabel = "Code" | "Scenario" | "Result" | "Run";

export function SheetMarkup({ label, children }: { readonly label: SheetLabel; readonly children: ReactNode }) {
  return (
    // The editor's lists and hints may be larger than its sheet.
    <section className={label === "Code" ? "sheet" : "sheet sheet--contained"} aria-label={label}>
      <h2 className="only-read">{label}</h2>
      {children}
    </section>
  );
}
