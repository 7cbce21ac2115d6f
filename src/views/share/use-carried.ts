/** What a link or a zip of the project on the page would carry, what stays behind, and what in it looks like a secret. */
import { useEffect, useMemo, useState } from "react";
import { type Finding, searchSecrets } from "../../share/find-secrets.ts";
import { toShareable } from "../../share/shareable.ts";
import { usePlaygroundStore } from "../../store/use-playground.ts";
import type { Project } from "../../workflow/project.ts";
import { TOKENS } from "../../workflow/token.ts";

export type Carried = {
  /** As it stood when the dialog opened. */
  readonly project: Project;
  /** In words, e.g. "the value of API_KEY". */
  readonly leftOut: readonly string[];
  /** While they are looked for, how much of the project has been read, from 0 to 1. */
  readonly findings: readonly Finding[] | number;
};

/** A click is answered between two of these, in milliseconds. */
const SLICE_MS = 8;

/** @param withFile whether the text of the scenarios.json that was opened goes along. */
export function useCarried(withFile: boolean): Carried {
  const store = usePlaygroundStore();
  const [project] = useState((): Project => {
    const { opened, ...rest } = store.getState().project;
    return withFile && opened ? { ...rest, opened } : rest;
  });
  const [search] = useState(() => searchSecrets(project));
  const [findings, setFindings] = useState<Carried["findings"]>(() => searchFor(search, SLICE_MS));
  useEffect(() => {
    if (typeof findings !== "number") return;
    const timer = setTimeout(() => setFindings(searchFor(search, SLICE_MS)));
    return () => clearTimeout(timer);
  }, [search, findings]);
  return useMemo(() => {
    const { secretEnv, importedTokens } = toShareable(project).leftOut;
    const leftOut = [
      ...secretEnv.map((name) => `the value of the secret variable ${name}`),
      ...importedTokens.map((token) => `the ${TOKENS[token].label} that was pasted`),
    ];
    return { project, leftOut, findings };
  }, [project, findings]);
}

function searchFor(search: ReturnType<typeof searchSecrets>, limitMs: number): Carried["findings"] {
  const start = performance.now();
  for (;;) {
    const { done, value } = search.next();
    if (done || performance.now() - start > limitMs) return value;
  }
}
