/** What of a project may leave this browser: everything but the values of secrets and tokens pasted from elsewhere. */
import type { EnvironmentDraft, Project, TokenDraft } from "../workflow/project.ts";
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";

export type Shareable = {
  /** Secret variables keep their names with an empty value; imported tokens are gone and so stand at their seeds. */
  readonly project: Project;
  readonly leftOut: {
    /** Names of the secret variables whose values were emptied. */
    readonly secretEnv: readonly string[];
    readonly importedTokens: readonly TokenName[];
  };
};

export function toShareable(project: Project): Shareable {
  const isImported = (token: TokenName) => project.tokens[token]?.imported === true;
  const kept = TOKEN_NAMES.flatMap((token): [TokenName, TokenDraft][] => {
    const draft = project.tokens[token];
    return draft && !isImported(token) ? [[token, { text: draft.text, imported: false }]] : [];
  });
  const withoutValue = (variable: EnvironmentDraft) => (variable.isSecret ? { ...variable, value: "" } : variable);
  return {
    project: { ...project, tokens: Object.fromEntries(kept), env: project.env.map(withoutValue) },
    leftOut: {
      secretEnv: project.env.filter((variable) => variable.isSecret && variable.value !== "").map(({ name }) => name),
      importedTokens: TOKEN_NAMES.filter(isImported),
    },
  };
}

/** Names of the secret variables that have no value, as those of an opened link or zip: "not in the link". */
export function missingSecrets(project: Project): readonly string[] {
  return project.env.filter((variable) => variable.isSecret && variable.value === "").map(({ name }) => name);
}
