/** What a link or a zip of the project on the page would carry, what stays behind, and what in it looks like a secret. */
import { useMemo, useState } from "react";
import { type Finding, findSecrets } from "../../share/find-secrets.ts";
import { toShareable } from "../../share/shareable.ts";
import { usePlaygroundStore } from "../../store/use-playground.ts";
import type { Project } from "../../workflow/project.ts";
import { TOKENS } from "../../workflow/token.ts";

export type Carried = {
  /** As it stood when the dialog opened. */
  readonly project: Project;
  /** In words, e.g. "the value of API_KEY". */
  readonly leftOut: readonly string[];
  readonly findings: readonly Finding[];
};

export function useCarried(): Carried {
  const store = usePlaygroundStore();
  const [project] = useState(() => store.getState().project);
  return useMemo(() => {
    const { secretEnv, importedTokens } = toShareable(project).leftOut;
    const leftOut = [
      ...secretEnv.map((name) => `the value of the secret variable ${name}`),
      ...importedTokens.map((token) => `the ${TOKENS[token].label} that was pasted`),
    ];
    return { project, leftOut, findings: findSecrets(project) };
  }, [project]);
}
