/** Lightly highlights TypeScript and JSON for reading, in one pass; an editor's own grammar takes over when it arrives. */

export type SourcePiece = {
  readonly kind: "plain" | "keyword" | "string" | "number" | "comment";
  readonly text: string;
};

const KEYWORDS =
  "abstract|as|async|await|break|case|catch|class|const|continue|debugger|declare|default|delete|do|else|enum|export|extends|false|finally|for|from|function|if|implements|import|in|infer|instanceof|interface|is|keyof|let|namespace|new|null|of|private|protected|public|readonly|return|satisfies|static|super|switch|this|throw|true|try|type|typeof|undefined|var|void|while|with|yield";

const PIECE = new RegExp(
  [
    String.raw`(?<comment>//[^\n]*|/\*[^]*?(?:\*/|$))`,
    String.raw`(?<string>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|${"`"}(?:[^${"`"}\\]|\\[^])*${"`"}?)`,
    String.raw`(?<keyword>(?<![\w$.])(?:${KEYWORDS})(?![\w$]))`,
    String.raw`(?<number>(?<![\w$])(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]+)?(?:[eE][+-]?\d+)?)n?)`,
    String.raw`[\w$]+|[^\w$"'${"`"}/]+|/`,
  ].join("|"),
  "g",
);

/** The text in pieces that, joined, are the text again. */
export function highlight(text: string): readonly SourcePiece[] {
  const pieces: SourcePiece[] = [];
  let plain = "";
  for (const match of text.matchAll(PIECE)) {
    const kind = (["comment", "string", "keyword", "number"] as const).find(
      (name) => match.groups?.[name] !== undefined,
    );
    if (kind === undefined) {
      plain += match[0];
      continue;
    }
    if (plain !== "") pieces.push({ kind: "plain", text: plain });
    plain = "";
    pieces.push({ kind, text: match[0] });
  }
  if (plain !== "") pieces.push({ kind: "plain", text: plain });
  return pieces;
}
