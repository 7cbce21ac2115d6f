/** `kinde.widget`: refusing the value of a form field. */
import { type Binding, noted } from "./binding.ts";

export const widget: Binding = { kind: "calls", functions: { "kinde.widget.invalidateFormField": noted } };
