/** A button with an icon for a face; its name is read aloud and shown on hover and focus. */
import { Tooltip } from "radix-ui";
import { Button, type ButtonProps } from "./Button.tsx";
import { Icon, type IconName } from "./icons.tsx";
import "./popover.css";

type IconButtonProps = Omit<ButtonProps, "children" | "aria-label"> & {
  readonly icon: IconName;
  /** The button's name, as a verb: "Copy token". */
  readonly label: string;
};

export function IconButton({ icon, label, look = "quiet", className = "", ...rest }: IconButtonProps) {
  return (
    <Tooltip.Provider delayDuration={400}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <Button {...rest} look={look} className={`icon-button ${className}`} aria-label={label}>
            <Icon name={icon} />
          </Button>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="tooltip" sideOffset={4} collisionPadding={8}>
            {label}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
