/** The forms a workflow can send a user back to, field by field. */
import type { Trigger } from "../../../workflow/trigger.ts";

export type FormField = { readonly name: string; readonly label: string; readonly isPassword: boolean };

type DrawnForm = {
  readonly title: string;
  readonly button: string;
  readonly fields: readonly FormField[];
  /** Fields the workflow named that the form is not known to have; drawn all the same. */
  readonly unknown: readonly string[];
};

type KnownForm = Omit<DrawnForm, "unknown">;

/** Field names as Kinde's documentation and published examples give them to `invalidateFormField`. */
const FORMS: { readonly [T in Trigger]?: KnownForm } = {
  "user:new_password_provided": {
    title: "Set your password",
    button: "Continue",
    fields: [
      { name: "p_first_password", label: "Password", isPassword: true },
      { name: "p_second_password", label: "Confirm password", isPassword: true },
    ],
  },
  "user:existing_password_provided": {
    title: "Enter your password",
    button: "Continue",
    fields: [{ name: "p_password", label: "Password", isPassword: true }],
  },
  "user:new_username_provided": {
    title: "Choose a username",
    button: "Continue",
    fields: [{ name: "p_username", label: "Username", isPassword: false }],
  },
};

const OTHER: KnownForm = { title: "The form", button: "Continue", fields: [] };

/** @param named the fields the workflow invalidated, in order. */
export function formFor(trigger: Trigger, named: readonly string[]): DrawnForm {
  const form = FORMS[trigger] ?? OTHER;
  const unknown = [...new Set(named)].filter((name) => form.fields.every((field) => field.name !== name));
  return {
    ...form,
    fields: [...form.fields, ...unknown.map((name) => ({ name, label: name || "(no name)", isPassword: false }))],
    unknown,
  };
}
