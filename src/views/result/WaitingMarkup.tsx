/** What stands in a result's place until the workflow has run. */
import type { SourceFile } from "../../workflow/project.ts";

/** From here on a run takes longer than one looks at an empty place, in UTF-16 units. */
const LONG_CHARACTERS = 50_000;

function lengthOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

export function isLong(files: readonly SourceFile[]): boolean {
  return lengthOf(files) > LONG_CHARACTERS;
}

export function WaitingMarkup({ files }: { readonly files: readonly SourceFile[] }) {
  return (
    <p className="result__waiting">
      The result stands here as soon as the workflow has run
      {isLong(files) && `; its ${lengthOf(files).toLocaleString("en")} characters take a while`}.
    </p>
  );
}
