/** Light, dark, or as the system has it. */
import { DropdownMenu } from "radix-ui";
import type { Theme } from "../../store/view-state.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon, type IconName } from "../parts/icons.tsx";

const THEMES: readonly { readonly theme: Theme; readonly label: string; readonly icon: IconName }[] = [
  { theme: "system", label: "As the system", icon: "system" },
  { theme: "light", label: "Light", icon: "sun" },
  { theme: "dark", label: "Dark", icon: "moon" },
];

export function ThemeMenu() {
  const store = usePlaygroundStore();
  const theme = usePlayground((state) => state.view.theme);
  const icon = THEMES.find((row) => row.theme === theme)?.icon ?? "system";
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton icon={icon} label="Theme" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(value) => store.getState().setView({ theme: value as Theme })}
          >
            {THEMES.map((row) => (
              <DropdownMenu.RadioItem key={row.theme} className="menu__item" value={row.theme}>
                <Icon name={row.icon} />
                <span className="menu__text">{row.label}</span>
                <DropdownMenu.ItemIndicator>
                  <Icon name="check" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
