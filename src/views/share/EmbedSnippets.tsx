/** Snippets to copy that put the project into a documentation page: the element around its code, or a bare iframe. */
import { useMemo, useState } from "react";
import { usePlaygroundStore } from "../../store/use-playground.ts";
import type { Project } from "../../workflow/project.ts";
import { CopyButton } from "../parts/CopyButton.tsx";
import { shownToken } from "../../claims/shown-token.ts";
import { elementSnippet, iframeSnippet, mdxSnippet } from "./embed-snippets.ts";
import { makeFragment } from "./make-fragment.ts";

export function EmbedSnippets({ project }: { readonly project: Project }) {
  const store = usePlaygroundStore();
  const [snippets] = useState(() => {
    const { view, run } = store.getState();
    const token = run.latest && shownToken(run.latest, view.token)?.name;
    return { token: token ?? null };
  });
  const made = useMemo(() => {
    const fragment = makeFragment(project, { embed: true, ...(snippets.token ? { token: snippets.token } : {}) });
    const site = new URL("./", location.href.replace(/[?#].*$/, "")).href;
    const options = { site, project, token: snippets.token };
    return [
      { label: "HTML, around the code", text: elementSnippet(options) },
      { label: "MDX: Starlight, Docusaurus, Nextra", text: mdxSnippet(options) },
      ...(fragment.kind === "made"
        ? [{ label: "Without a script: an iframe", text: iframeSnippet(options, fragment.fragment) }]
        : []),
    ];
  }, [project, snippets]);
  return (
    <div className="share__part">
      {made.map(({ label, text }) => (
        <div key={label} className="share__snippet">
          <div className="share__snippet-head">
            <h3>{label}</h3>
            <CopyButton text={text} label={`Copy the snippet for ${label}`} />
          </div>
          <textarea
            className="field share__code"
            aria-label={`Snippet, ${label}`}
            readOnly
            rows={4}
            value={text}
            wrap="off"
            onFocus={(event) => event.target.select()}
          />
        </div>
      ))}
    </div>
  );
}
