/** What of a project may leave the page, into storage or a link: everything but the values of secrets and tokens pasted from elsewhere. */
import { mapScenarios, type Project } from "./project.ts";
import type { TokenDraft } from "./scenario.ts";
import { TOKEN_NAMES, type TokenName } from "./token.ts";

/** Secret variables keep their names with an empty value; imported tokens are gone and so stand at their seeds. */
export function withoutSecrets(project: Project): Project {
  return mapScenarios(project, (scenario) => {
    const kept = TOKEN_NAMES.flatMap((token): [TokenName, TokenDraft][] => {
      const draft = scenario.tokens[token];
      return draft && !draft.imported ? [[token, draft]] : [];
    });
    const env = scenario.env.map((variable) => (variable.isSecret ? { ...variable, value: "" } : variable));
    return { ...scenario, tokens: Object.fromEntries(kept), env };
  });
}
