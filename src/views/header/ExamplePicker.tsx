/** The button that names what is open, with the list of what else there is; the list is loaded as soon as the page has stood for a frame. */
import { Popover } from "radix-ui";
import { useEffect, useState } from "react";
import { afterPaint } from "../../store/next-paint.ts";
import { Button } from "../parts/Button.tsx";
import { lazyPart } from "../parts/lazy-part.tsx";
import type { ExampleListProps } from "./ExampleList.tsx";
import { PickerButton } from "./PickerButton.tsx";
import "../parts/popover.css";
import "./example-list.css";

type ExamplePickerProps = ExampleListProps & {
  /** What is open now, for the button's face. */
  readonly current: string;
  /** Why not all of them are there. */
  readonly missing: { readonly words: string; readonly onTryAgain: () => void } | null;
  /** What else there is, below the list. */
  readonly more: { readonly label: string; readonly onPress: () => void };
};

const loadList = async () => (await import("./ExampleList.tsx")).ExampleList;
const ExampleList = lazyPart(loadList, () => <div className="example-list__coming" />);

export function ExamplePicker({ current, onPick, missing, more, ...list }: ExamplePickerProps) {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    // Before anybody presses; where it does not come, the press asks again.
    void afterPaint()
      .then(loadList)
      .catch(() => undefined);
  }, []);

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
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
        >
          <ExampleList
            {...list}
            onPick={(name) => {
              setOpen(false);
              onPick(name);
            }}
          />
          {missing && (
            <div className="note note--rejected example-list__missing" role="alert">
              <p>{missing.words}</p>
              <Button onClick={missing.onTryAgain}>Try again</Button>
            </div>
          )}
          <div className="example-list__more">
            <Button
              look="quiet"
              onClick={() => {
                setOpen(false);
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
