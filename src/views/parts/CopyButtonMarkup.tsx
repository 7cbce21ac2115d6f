/** How a copy button looks, and what it says once it was pressed. */
import { Button } from "./Button.tsx";
import { Icon } from "./icons.tsx";
import { toVisibleText } from "./visible-pieces.ts";

export type CopyButtonProps = {
  /** What is copied, or how to make it when it is asked for. */
  readonly text: string | (() => string);
  /** The button's name, as a verb: "Copy token". */
  readonly label: string;
  /** Shows the name beside the icon. */
  readonly showLabel?: boolean;
  readonly className?: string;
};

type CopyButtonMarkupProps = Omit<CopyButtonProps, "text"> & {
  readonly said?: string;
  readonly isCopied?: boolean;
  readonly onCopy?: () => void;
};

export function CopyButtonMarkup(props: CopyButtonMarkupProps) {
  const { label: name, showLabel = false, className = "", said = "", isCopied = false, onCopy } = props;
  const label = toVisibleText(name);
  return (
    <>
      <Button
        look="quiet"
        className={`${showLabel ? "" : "icon-button"} ${className}`}
        title={showLabel ? undefined : label}
        aria-label={showLabel ? undefined : label}
        onClick={onCopy}
      >
        <Icon name={isCopied ? "check" : "copy"} />
        {showLabel && <span>{said || label}</span>}
      </Button>
      <span className="only-read" role="status">
        {said}
      </span>
    </>
  );
}
