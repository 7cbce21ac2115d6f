/** Asks for a file name in place, and says there why a name cannot be used. Enter takes it, Escape gives up. */
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { FileCommandResult } from "../../store/edit-files.ts";
import { Button } from "../parts/Button.tsx";

type FileNameFormProps = {
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  readonly initial: string;
  readonly onSubmit: (name: string) => FileCommandResult;
  readonly onClose: () => void;
};

export function FileNameForm({ label, action, initial, onSubmit, onClose }: FileNameFormProps) {
  const [name, setName] = useState(initial);
  const [complaint, setComplaint] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    // After the menu that led here has given the focus back.
    const timer = setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(0, initial.lastIndexOf(".") < 0 ? initial.length : initial.lastIndexOf("."));
    });
    return () => clearTimeout(timer);
  }, [initial]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const result = onSubmit(name.trim());
    if (result.kind === "ok") onClose();
    else setComplaint(result.message);
  }

  return (
    <form
      className="file-name-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <input
        ref={field}
        className="field field--code"
        aria-label={label}
        aria-invalid={complaint !== ""}
        aria-describedby={complaint === "" ? undefined : id}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setComplaint("");
        }}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" look="primary">
        {action}
      </Button>
      <Button look="quiet" onClick={onClose}>
        Cancel
      </Button>
      {complaint !== "" && (
        <p className="file-name-form__complaint" id={id} role="alert">
          {complaint}
        </p>
      )}
    </form>
  );
}
