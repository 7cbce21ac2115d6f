/** Modules of the engine that a sandbox may be made with: large, and needed only by workflows that ask for them. */
import { urlSource } from "./guest/url.ts";

/** @property code a function of the glue that gives the module. */
export type NativeModule = { readonly name: string; readonly code: string };

export const URL_MODULE: NativeModule = { name: "url", code: urlSource };
