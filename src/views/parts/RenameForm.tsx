/** A field in the place of a name, to give it another one: Enter takes it, Escape gives up. */
import { type FormEvent, useLayoutEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { toVisibleText } from "./visible-pieces.ts";

type RenameFormProps = {
  readonly name: string;
  /** How many characters a name may have. */
  readonly longest: number;
  readonly className: string;
  readonly fieldClassName?: string;
  /** Null leaves the name as it is. */
  readonly onDone: (next: string | null) => void;
};

export function RenameForm({ name, longest, className, fieldClassName = "", onDone }: RenameFormProps) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.select();
    // A menu that led here gives the focus back a little later; what is typed meanwhile is not selected again.
    const timer = setTimeout(() => document.activeElement !== field.current && field.current?.select());
    return () => clearTimeout(timer);
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onDone(text);
  }

  return (
    <form
      className={className}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // It closes nothing else.
        event.stopPropagation();
        onDone(null);
      }}
    >
      <input
        ref={field}
        className={`field ${fieldClassName}`}
        aria-label={`New name for ${toVisibleText(name)}`}
        maxLength={longest}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
      />
      <Button type="submit" look="primary">
        Rename
      </Button>
      <Button look="quiet" onClick={() => onDone(null)}>
        Cancel
      </Button>
    </form>
  );
}
