/** Base and issued claims set side by side: in Monaco's diff editor once it has come, as two columns of text until then. */
import type { TokenResult } from "../../../workflow/run-result.ts";
import { mayStart } from "../../editor/start-editor.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { lazyPart } from "../../parts/lazy-part.tsx";
import { issuedClaims } from "../jwt/issued-claims.ts";
import { claimsTexts, withoutMarks } from "./claims-text.ts";
import "./json-diff.css";

const MonacoDiff = lazyPart(async () => {
  await mayStart;
  return (await import("./MonacoDiff.tsx")).default;
}, PlainColumns);

/** Beyond this the plain columns show a beginning only; Monaco shows all. */
const MOST_PLAIN = 20_000;

export function JsonDiff({ token }: { readonly token: TokenResult }) {
  const texts = claimsTexts(token.base, issuedClaims(token));
  return (
    <div className="json-diff">
      <div className="json-diff__heads" aria-hidden="true">
        <span>Base</span>
        <span>Issued</span>
      </div>
      <MonacoDiff {...texts} />
    </div>
  );
}

function PlainColumns({ base, issued }: { readonly base: string; readonly issued: string }) {
  return (
    <div className="json-diff__plain">
      <figure aria-label="Base claims set">
        <pre>
          <VisibleText text={withoutMarks(base.slice(0, MOST_PLAIN))} />
        </pre>
      </figure>
      <figure aria-label="Issued claims set">
        <pre>
          <VisibleText text={withoutMarks(issued.slice(0, MOST_PLAIN))} />
        </pre>
      </figure>
    </div>
  );
}
