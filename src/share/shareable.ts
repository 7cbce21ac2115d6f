/** What of a project may leave this browser: everything but the values of secrets and tokens pasted from elsewhere. */
import type { Project } from "../workflow/project.ts";
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";

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
  return {
    project: withoutSecrets(project),
    leftOut: {
      secretEnv: project.env.filter((variable) => variable.isSecret && variable.value !== "").map(({ name }) => name),
      importedTokens: TOKEN_NAMES.filter((token) => project.tokens[token]?.imported === true),
    },
  };
}

/** Names of the secret variables that have no value, as those of an opened link or zip: "not in the link". */
export function missingSecrets(project: Project): readonly string[] {
  return project.env.filter((variable) => variable.isSecret && variable.value === "").map(({ name }) => name);
}
