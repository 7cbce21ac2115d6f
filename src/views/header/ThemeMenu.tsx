/** Light, dark, or as the system has it. */
import { DropdownMenu } from "radix-ui";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import type { Theme } from "../../store/view-state.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { MenuContent } from "../parts/Menu.tsx";
import { THEME_ICONS } from "./theme-icons.ts";

const THEMES: readonly { readonly theme: Theme; readonly label: string }[] = [
  { theme: "system", label: "As the system" },
  { theme: "light", label: "Light" },
  { theme: "dark", label: "Dark" },
];

export function ThemeMenu() {
  const store = usePlaygroundStore();
  const theme = usePlayground((state) => state.view.theme);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton icon={THEME_ICONS[theme]} label="Theme" />
      </DropdownMenu.Trigger>
      <MenuContent>
        <DropdownMenu.RadioGroup
          value={theme}
          onValueChange={(value) => store.getState().setView({ theme: value as Theme })}
        >
          {THEMES.map((row) => (
            <DropdownMenu.RadioItem key={row.theme} className="menu__item" value={row.theme}>
              <Icon name={THEME_ICONS[row.theme]} />
              <span className="menu__text">{row.label}</span>
              <DropdownMenu.ItemIndicator>
                <Icon name="check" />
              </DropdownMenu.ItemIndicator>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </MenuContent>
    </DropdownMenu.Root>
  );
}
