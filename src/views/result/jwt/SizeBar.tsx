/** How large the token is before and after, on one scale with the sizes at which it becomes a problem. */
import { COOKIE_LIMIT_BYTES, HEADERS_LIMIT_BYTES, sizeOf } from "../../../claims/size.ts";
import type { TokenResult } from "../../../workflow/run-result.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { nameInSentence } from "../claims/claim-states.ts";
import { formatBytes } from "../format.ts";
import { issuedClaims } from "./issued-claims.ts";
import { sizeWarning } from "./size-warning.ts";

const HEAVIEST_SHOWN = 3;
/** Beyond this a bar simply ends, so that the marks stay legible. */
const LONGEST_SCALE_BYTES = HEADERS_LIMIT_BYTES * 2.2;
const MARKS = [
  { bytes: COOKIE_LIMIT_BYTES, label: "cookie" },
  { bytes: HEADERS_LIMIT_BYTES, label: "headers" },
] as const;

export function SizeBar({ token }: { readonly token: TokenResult }) {
  const base = sizeOf(token.base);
  const issued = sizeOf(issuedClaims(token));
  const scale = Math.min(Math.max(HEADERS_LIMIT_BYTES, base.jwtBytes, issued.jwtBytes) * 1.06, LONGEST_SCALE_BYTES);
  const percent = (bytes: number) => `${Math.min(100, (bytes / scale) * 100)}%`;
  const warning = token.issuedText === null ? null : sizeWarning(issued);
  const heaviest = issued.byClaim.slice(0, HEAVIEST_SHOWN);
  return (
    <section className="size" aria-label="Token size">
      <h3 className="size__title">Size of the encoded token</h3>
      <div className="size__chart">
        {[
          { label: "Base", bytes: base.jwtBytes, look: "base" },
          { label: token.issuedText === null ? "Not issued" : "Issued", bytes: issued.jwtBytes, look: "issued" },
        ].map(({ label, bytes, look }) => (
          <div key={look} className="size__row">
            <span className="size__name">{label}</span>
            <span className="size__track" aria-hidden="true">
              <span
                className={`size__fill size__fill--${look} ${bytes > COOKIE_LIMIT_BYTES ? "size__fill--over" : ""}`}
                style={{ width: percent(bytes) }}
              />
              {MARKS.map((mark) => (
                <span key={mark.label} className="size__mark" style={{ left: percent(mark.bytes) }} />
              ))}
            </span>
            <span className="size__bytes">{formatBytes(bytes)}</span>
          </div>
        ))}
        <div className="size__row" aria-hidden="true">
          <span />
          <span className="size__scale">
            {MARKS.map((mark) => (
              <span key={mark.label} style={{ left: percent(mark.bytes) }}>
                {mark.bytes.toLocaleString("en")}
                <span className="size__mark-label"> {mark.label}</span>
              </span>
            ))}
          </span>
        </div>
      </div>
      {warning && <p className="size__warning">{warning}</p>}
      {heaviest.length > 0 && (
        <p className="size__heaviest">
          Heaviest claims:{" "}
          {heaviest.map(({ name, bytes }, index) => (
            <span key={name}>
              {index > 0 && ", "}
              <code>
                <VisibleText text={nameInSentence(name).slice(0, 80)} />
              </code>{" "}
              {formatBytes(bytes)}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
