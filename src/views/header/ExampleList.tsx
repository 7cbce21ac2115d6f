/** A searchable list of examples, and of own work that was stashed (downshift's combobox with a listbox). */
import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from "downshift";
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Icon } from "../parts/icons.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { matchExamples, type Pickable } from "./match-examples.ts";

export type PickerGroup = { readonly label: string; readonly items: readonly Pickable[] };

export type ExampleListProps = {
  /** The name of the item that is open; where there is one the list opens at it. */
  readonly currentName: string | null;
  readonly groups: readonly PickerGroup[];
  readonly onPick: (name: string) => void;
};

const types = useCombobox.stateChangeTypes;
const DOWNWARD = new Set<unknown>([types.InputKeyDownArrowDown, types.InputKeyDownPageDown]);
const UPWARD = new Set<unknown>([types.InputKeyDownArrowUp, types.InputKeyDownPageUp]);

type State = UseComboboxState<Pickable>;

/** Neither the way out by Tab nor a pointer that leaves picks or drops anything, and arrows and pages end where the list ends. */
function nextState(state: State, { type, changes, props }: UseComboboxStateChangeOptions<Pickable>): Partial<State> {
  if (type === types.InputBlur || type === types.MenuMouseLeave) return state;
  const { highlightedIndex = 0 } = changes;
  if (DOWNWARD.has(type) && highlightedIndex < state.highlightedIndex)
    return { ...changes, highlightedIndex: props.items.length - 1 };
  if (UPWARD.has(type) && highlightedIndex > state.highlightedIndex) return { ...changes, highlightedIndex: 0 };
  return changes;
}

/** Home and End move the caret in what is typed. */
function leaveToText({ key, nativeEvent }: KeyboardEvent) {
  if (key === "Home" || key === "End") Object.assign(nativeEvent, { preventDownshiftDefault: true });
}

export function ExampleList({ currentName, groups, onPick }: ExampleListProps) {
  const [query, setQuery] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = groups
    .map(({ label, items }) => ({ label, items: matchExamples(items, query) }))
    .filter(({ items }) => items.length > 0);
  const flat = found.flatMap(({ items }) => items);
  const { getInputProps, getMenuProps, getItemProps } = useCombobox<Pickable>({
    items: flat,
    itemToString: (item) => item?.title ?? "",
    isOpen: true,
    inputValue: query,
    selectedItem: null,
    initialHighlightedIndex: Math.max(
      0,
      flat.findIndex(({ name }) => name === currentName),
    ),
    defaultHighlightedIndex: 0,
    stateReducer: nextState,
    onSelectedItemChange: ({ selectedItem }) => selectedItem && onPick(selectedItem.name),
  });

  function search(event: ChangeEvent<HTMLInputElement>) {
    setQuery(event.target.value);
    list.current?.scrollTo({ top: 0 });
  }

  useEffect(() => {
    // The popover may have opened before this came.
    input.current?.focus();
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "center" });
  }, []);

  return (
    <>
      <div className="example-list__search">
        <Icon name="search" />
        <input
          {...getInputProps({ ref: input, "aria-label": "Search examples", onChange: search, onKeyDown: leaveToText })}
          className="example-list__input"
          placeholder="Search examples"
          spellCheck={false}
        />
      </div>
      <div {...getMenuProps({ ref: list, "aria-label": "Examples" })} className="example-list__options" tabIndex={-1}>
        {found.map(({ label, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not fieldsets
          <div key={label} role="group" aria-label={label}>
            {found.length > 1 && (
              <p className="example-list__group" aria-hidden="true">
                {label}
              </p>
            )}
            {items.map((item) => (
              <div
                key={item.name}
                {...getItemProps({ item, index: flat.indexOf(item) })}
                className="menu__item example-list__item"
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
    </>
  );
}
