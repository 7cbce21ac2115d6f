/** What the suite and its page send each other, and how a job’s maps travel as JSON. */
import type { RunOptions } from "../../src/pipeline.ts";
import type { Project } from "../../src/workflow/project.ts";

/** The page runs each job in the worker named. */
export type SentJob = {
  readonly index: number;
  readonly worker: "first" | "full";
  readonly project: Project;
  readonly options: RunOptions;
};

/** Where the built files are, as paths below the page’s own address. */
export type BuiltFiles = {
  readonly first: string;
  readonly full: string;
  readonly bundler: string;
  readonly engine: string;
  readonly deepEngine: string;
  readonly bundlerEngine: string;
};

export type Work = { readonly files: BuiltFiles; readonly jobs: readonly SentJob[] };

/** `text`: JSON of a whole result; `asks`: the first worker hands the job on; `failed`: the worker gave none. */
export type Answer = { readonly index: number } & (
  | { readonly kind: "result"; readonly text: string }
  | { readonly kind: "asks" }
  | { readonly kind: "failed"; readonly message: string }
);

/** JSON, with the maps and the -0 that it has no form for. */
export const toWire = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => {
    if (Object.is(member, -0)) return { $minusZero: true };
    return member instanceof Map ? { $map: [...member] } : member;
  });

export const fromWire = (text: string): unknown =>
  JSON.parse(text, (_, member: unknown) => {
    if (typeof member !== "object" || member === null) return member;
    if ("$minusZero" in member) return -0;
    return "$map" in member && Array.isArray(member.$map) ? new Map(member.$map) : member;
  });
