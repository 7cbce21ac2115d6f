/** What of a project may leave this browser: everything but the values of secrets and tokens pasted from elsewhere. */
import type { Project } from "../workflow/project.ts";
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";

type Shareable = {
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
      secretEnv: secretNames(project, (value) => value !== ""),
      importedTokens: TOKEN_NAMES.filter((token) => project.scenarios.some(({ tokens }) => tokens[token]?.imported)),
    },
  };
}

/** Names of the secret variables that have no value, as those of an opened link or zip: "not in the link". */
export function missingSecrets(project: Project): readonly string[] {
  return secretNames(project, (value) => value === "");
}

/** Each once, however many scenarios have it. */
function secretNames({ scenarios }: Project, isMeant: (value: string) => boolean): readonly string[] {
  const variables = scenarios.flatMap(({ env }) => env.filter(({ isSecret, value }) => isSecret && isMeant(value)));
  return [...new Set(variables.map(({ name }) => name))];
}
