/** A searchable list of examples, and of own work that was stashed (WAI-ARIA combobox with a listbox). */
import { Popover } from "radix-ui";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { matchExamples, type Pickable } from "./match-examples.ts";
import { PickerButton } from "./PickerButton.tsx";
import "../parts/popover.css";

export type PickerGroup = { readonly label: string; readonly items: readonly Pickable[] };

type ExamplePickerProps = {
  /** What is open now, for the button's face. */
  readonly current: string;
  /** The name of the item that is open; where there is one the list opens at it. */
  readonly currentName: string | null;
  readonly groups: readonly PickerGroup[];
  readonly onPick: (name: string) => void;
  /** What else there is, below the list. */
  readonly more: { readonly label: string; readonly onPress: () => void };
};

export function ExamplePicker({ current, currentName, groups, onPick, more }: ExamplePickerProps) {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const listRef = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = groups
    .map(({ label, items }) => ({ label, items: matchExamples(items, query) }))
    .filter(({ items }) => items.length > 0);
  const flat = found.flatMap(({ items }) => items);
  const optionId = (item: Pickable) => `${id}-${flat.indexOf(item)}`;
  const activeItem = flat[Math.min(active, flat.length - 1)];

  function pick(item: Pickable | undefined) {
    if (item === undefined) return;
    change(false);
    onPick(item.name);
  }

  function change(open: boolean) {
    setOpen(open);
    setQuery("");
    const all = groups.flatMap(({ items }) => items);
    setActive(
      Math.max(
        0,
        all.findIndex((item) => item.name === currentName),
      ),
    );
  }

  function move(to: number) {
    const next = Math.max(0, Math.min(flat.length - 1, to));
    setActive(next);
    listRef.current?.querySelector(`[id="${CSS.escape(`${id}-${next}`)}"]`)?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent) {
    const steps: { readonly [key: string]: number } = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    };
    if (event.key === "Enter") pick(activeItem);
    else if (Object.hasOwn(steps, event.key)) move(steps[event.key] ?? 0);
    else return;
    event.preventDefault();
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={change}>
      <Popover.Trigger asChild>
        <PickerButton current={current} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover example-list"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Examples"
          onOpenAutoFocus={() =>
            listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "center" })
          }
        >
          <div className="example-list__search">
            <Icon name="search" />
            <input
              className="example-list__input"
              role="combobox"
              aria-label="Search examples"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={activeItem ? optionId(activeItem) : undefined}
              placeholder="Search examples"
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
                listRef.current?.scrollTo({ top: 0 });
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div
            ref={listRef}
            id={`${id}-list`}
            className="example-list__options"
            role="listbox"
            aria-label="Examples"
            tabIndex={-1}
          >
            {found.map(({ label, items }) => (
              // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not fieldsets
              <div key={label} role="group" aria-label={label}>
                {found.length > 1 && (
                  <p className="example-list__group" aria-hidden="true">
                    {label}
                  </p>
                )}
                {items.map((item) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
                  <div
                    key={item.name}
                    id={optionId(item)}
                    className="menu__item example-list__item"
                    role="option"
                    tabIndex={-1}
                    aria-selected={item === activeItem}
                    onClick={() => pick(item)}
                    onMouseMove={() => setActive(flat.indexOf(item))}
                  >
                    <span className="example-list__title">
                      <VisibleText text={item.title} />
                    </span>
                    <span className="example-list__purpose">
                      <VisibleText text={item.purpose} />
                    </span>
                  </div>
                ))}
              </div>
            ))}
          </div>
          <p className="example-list__none" role="status">
            {flat.length === 0 ? "No example has these words." : ""}
          </p>
          <div className="example-list__more">
            <Button
              look="quiet"
              onClick={() => {
                change(false);
                more.onPress();
              }}
            >
              {more.label}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
