/** How a button with an icon for a face looks; `IconButton` also shows its name. */
import { Button, type ButtonProps } from "./Button.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { toVisibleText } from "./visible-pieces.ts";

export type IconButtonProps = Omit<ButtonProps, "children" | "aria-label"> & {
  readonly icon: IconName;
  /** The button's name, as a verb: "Copy token". */
  readonly label: string;
};

export function IconButtonMarkup({ icon, label, look = "quiet", className = "", ...rest }: IconButtonProps) {
  return (
    <Button {...rest} look={look} className={`icon-button ${className}`} aria-label={toVisibleText(label)}>
      <Icon name={icon} />
    </Button>
  );
}
