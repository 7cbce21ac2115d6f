/** A menu of other forms that a part of the scenario can take. */
import { DropdownMenu } from "radix-ui";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import { MenuContent, MenuItem } from "../parts/Menu.tsx";

type Titled = { readonly title: string };

export function VariantMenu<T extends Titled>({
  of,
  variants,
  onUse,
}: {
  /** What takes the form, to stand after "Variants of". */
  readonly of: string;
  readonly variants: readonly T[];
  onUse(variant: T): void;
}) {
  if (variants.length === 0) return null;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet" aria-label={`Variants of ${of}`}>
          Variants <Icon name="chevron-down" />
        </Button>
      </DropdownMenu.Trigger>
      <MenuContent>
        {variants.map((variant) => (
          <MenuItem key={variant.title} onSelect={() => onUse(variant)}>
            {variant.title}
          </MenuItem>
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
