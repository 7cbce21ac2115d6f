/** What all menus share: where the list stands over the page, and the look of its items. */
import { DropdownMenu } from "radix-ui";
import type { ComponentProps } from "react";
import "./popover.css";

/** In a `DropdownMenu.Root`, behind its trigger. */
export function MenuContent(props: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8} {...props} />
    </DropdownMenu.Portal>
  );
}

export function MenuItem(props: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item className="menu__item" {...props} />;
}
