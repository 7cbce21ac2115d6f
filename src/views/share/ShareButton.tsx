/** The button that shares what is open. */
import type { ComponentProps } from "react";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import "./share-actions.css";

export function ShareButton(props: ComponentProps<"button">) {
  return (
    <Button {...props} aria-haspopup="dialog" aria-label="Share">
      <Icon name="share" />
      <span className="share-actions__word">Share</span>
    </Button>
  );
}
