/** The button that names what is open. */
import type { ComponentProps } from "react";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import "./example-picker.css";

export function PickerButton({ current, ...rest }: ComponentProps<"button"> & { readonly current: string }) {
  return (
    <Button {...rest} className="example-picker" look="quiet" aria-label={`Examples, now open: ${current}`}>
      <span className="example-picker__current">
        <VisibleText text={current} />
      </span>
      <Icon name="chevron-down" />
    </Button>
  );
}
