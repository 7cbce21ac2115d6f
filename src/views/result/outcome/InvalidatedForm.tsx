/** The form as the user would see it again, with the workflow's message at the field. A drawing, not a working form. */
import type { Trigger } from "../../../workflow/trigger.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import type { OutcomeParts } from "../result-parts.ts";
import { type FormField, formFor } from "./form-fields.ts";
import type { Verdict } from "./verdicts.ts";

type Invalidation = Extract<Verdict, { kind: "field-invalidated" }>;

const LONGEST_MESSAGE = 500;

type InvalidatedFormProps = {
  readonly trigger: Trigger;
  readonly verdicts: readonly Invalidation[];
  readonly parts: OutcomeParts;
};

export function InvalidatedForm({ trigger, verdicts, parts }: InvalidatedFormProps) {
  const form = formFor(
    trigger,
    verdicts.map((verdict) => verdict.field),
  );
  return (
    <figure className="drawn-form" aria-label="The form the user would see">
      <p className="drawn-form__title">{form.title}</p>
      {form.fields.map((field) => (
        <DrawnField
          key={field.name}
          field={field}
          PositionLink={parts.PositionLink}
          verdicts={verdicts.filter((verdict) => verdict.field === field.name)}
        />
      ))}
      <p className="drawn-form__button" aria-hidden="true">
        {form.button}
      </p>
      <figcaption className="drawn-form__note">
        Drawn by the playground: Kinde’s own page has your design and its own words.
        {form.unknown.length > 0 && (
          <>
            {" "}
            Kinde’s documentation names no field{" "}
            {form.unknown.map((name, index) => (
              <span key={name}>
                {index > 0 && ", "}
                <code>
                  <VisibleText text={name} />
                </code>
              </span>
            ))}{" "}
            on this form.
          </>
        )}
      </figcaption>
    </figure>
  );
}

type DrawnFieldProps = {
  readonly field: FormField;
  readonly verdicts: readonly Invalidation[];
  readonly PositionLink: OutcomeParts["PositionLink"];
};

function DrawnField({ field, verdicts, PositionLink }: DrawnFieldProps) {
  const isInvalid = verdicts.length > 0;
  return (
    <div className={isInvalid ? "drawn-field drawn-field--invalid" : "drawn-field"}>
      <span className="drawn-field__label">
        <VisibleText text={field.label} />
      </span>
      <span className="drawn-field__box" aria-hidden="true">
        {field.isPassword ? "••••••••••" : ""}
      </span>
      {verdicts.map((verdict, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls have no identity but their order.
        <span key={index} className="drawn-field__message">
          <span aria-hidden="true">! </span>
          <VisibleText text={verdict.message.slice(0, LONGEST_MESSAGE) || "(no message)"} />
          {verdict.position && <PositionLink position={verdict.position} isShort />}
        </span>
      ))}
    </div>
  );
}
