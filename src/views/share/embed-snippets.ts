/** The text of the snippets that embed a project: docs/embedding.md explains them. */
import { toProjectJson } from "../../share/write-project-json.ts";
import { entryFile, type Project } from "../../workflow/project.ts";
import type { TokenName } from "../../workflow/token.ts";

type SnippetParts = {
  /** Where the playground is served from, ending in `/`. */
  readonly site: string;
  readonly project: Project;
  readonly token: TokenName | null;
};

/** The element around an ordinary code block, which is what stands there without JavaScript. */
export function elementSnippet({ site, project, token }: SnippetParts): string {
  const blocks = filesOf(project).map(
    ({ name, text }) => `  <pre data-file="${attribute(name)}"><code>${escapeHtml(text.trimEnd())}</code></pre>`,
  );
  return [
    `<kinde-workflow${attributes(project, token)}>`,
    ...blocks,
    "</kinde-workflow>",
    `<script src="${attribute(site)}embed.js" defer></script>`,
    "",
  ].join("\n");
}

export function mdxSnippet({ site, project, token }: SnippetParts): string {
  const blocks = filesOf(project).flatMap(({ name, text }) => {
    const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
    return [`${fence}ts title="${attribute(name)}"`, text.trimEnd(), fence, ""];
  });
  return [
    `<kinde-workflow${attributes(project, token)}>`,
    "",
    ...blocks,
    "</kinde-workflow>",
    `<script src="${attribute(site)}embed.js" defer></script>`,
    "",
  ].join("\n");
}

/** What a bare frame, which does not grow, needs beside its code, and what it never needs to have, in CSS pixels. */
const RESULT_PX = 340;
const HIGHEST_PX = 1_200;
const LINE_PX = 20;

export function iframeSnippet({ site, project }: Omit<SnippetParts, "token">, fragment: string): string {
  const lines = entryFile(project.files)?.text.split("\n").length ?? 0;
  const height = Math.min(HIGHEST_PX, lines * LINE_PX + RESULT_PX);
  return [
    "<iframe",
    `  src="${attribute(`${site}embed.html#${fragment}`)}"`,
    '  title="A Kinde workflow to try"',
    '  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
    '  allow="clipboard-write *"',
    `  style="width: 100%; height: ${height}px; border: 0"`,
    '  loading="lazy"',
    "></iframe>",
    "",
  ].join("\n");
}

function filesOf(project: Project): Project["files"] {
  const entry = entryFile(project.files);
  return entry === null ? project.files : [entry, ...project.files.filter((file) => file !== entry)];
}

function attributes(project: Project, token: TokenName | null): string {
  const { files: _, ...scenario } = toProjectJson(project);
  return [
    token === null ? "" : ` token="${token}"`,
    Object.keys(scenario).length === 0 ? "" : ` scenario="${attribute(JSON.stringify(scenario))}"`,
  ].join("");
}

/** What cannot be seen, or reorders the text around it, stands as a reference that can. */
function attribute(text: string): string {
  return escapeHtml(text)
    .replaceAll('"', "&quot;")
    .replace(/\p{Cf}|\p{Cc}/gu, (character) => `&#${character.codePointAt(0)};`);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
