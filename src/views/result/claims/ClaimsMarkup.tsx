/** The claims of one token: those the run touched, row by row, and the others folded into one line. */
import type { ReactNode, Ref } from "react";
import type { TokenResult } from "../../../workflow/run-result.ts";
import { formatCount } from "../format.ts";
import type { ClaimRow, ClaimRows } from "./claim-rows.ts";
import "./claims.css";

/** How many rows of a long list are drawn at first. */
export const FIRST_ROWS = 100;

type ClaimsMarkupProps = {
  readonly token: TokenResult;
  readonly rows: ClaimRows;
  readonly Rows: (props: { readonly rows: readonly ClaimRow[] }) => ReactNode;
  /** Whether the claims that were not touched are shown. */
  readonly isOpen: boolean;
  readonly onToggle?: () => void;
  readonly said: string;
};

export function ClaimsMarkup({ token, rows: { listed, folded }, Rows, isOpen, onToggle, said }: ClaimsMarkupProps) {
  return (
    <div className="claims">
      {listed.length === 0 && (
        <p className="claims__nothing">
          {token.base.length === 0
            ? "The base token has no claims, and the workflow adds none."
            : "The workflow changes no claim of this token."}
        </p>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets. */}
      <ul className="claims__list" role="list" aria-label="Claims">
        <Rows rows={listed} />
        {folded.length > 0 && (
          <li className="claims__fold">
            <button type="button" className="claims__toggle" aria-expanded={isOpen} onClick={onToggle}>
              <span aria-hidden="true" className="claims-row__sign">
                =
              </span>
              {formatCount(folded.length, "unchanged claim")} · {isOpen ? "hide" : "show"}
            </button>
          </li>
        )}
        {isOpen && <Rows rows={folded} />}
      </ul>
      <span role="status" className="only-read">
        {said}
      </span>
    </div>
  );
}

type RowsMarkupProps = {
  readonly rows: readonly ClaimRow[];
  readonly limit: number;
  readonly Item: (props: { readonly row: ClaimRow }) => ReactNode;
  readonly endRef?: Ref<HTMLButtonElement>;
  readonly onGrow?: () => void;
};

/** Long lists grow as they are scrolled: a token of a thousand claims costs no more to draw than one of two hundred. */
export function RowsMarkup({ rows, limit, Item, endRef, onGrow }: RowsMarkupProps) {
  return (
    <>
      {rows.slice(0, limit).map((row) => (
        <Item key={row.change.name} row={row} />
      ))}
      {limit < rows.length && (
        <li className="claims__fold">
          <button type="button" className="claims__toggle" ref={endRef} onClick={onGrow}>
            {(rows.length - limit).toLocaleString("en")} more · show
          </button>
        </li>
      )}
    </>
  );
}
