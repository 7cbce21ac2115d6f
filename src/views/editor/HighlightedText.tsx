/** Text in the colours that Monaco will give it. */
import type { HighlightToken } from "./highlight.ts";
import "./highlight.css";

export function HighlightedText({ tokens }: { readonly tokens: readonly HighlightToken[] }) {
  return tokens.map((token, index) =>
    token.kind === "plain" ? (
      token.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place.
      <span key={index} className={`code-text__${token.kind}`}>
        {token.text}
      </span>
    ),
  );
}
