/** A button with an icon for a face; its name is read aloud and shown on hover and focus. */
import { Tooltip } from "radix-ui";
import { IconButtonMarkup, type IconButtonProps } from "./IconButtonMarkup.tsx";
import "./popover.css";

export function IconButton(props: IconButtonProps) {
  return (
    <Tooltip.Provider delayDuration={400}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <IconButtonMarkup {...props} />
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="tooltip" sideOffset={4} collisionPadding={8}>
            {props.label}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
