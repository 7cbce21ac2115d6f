/** One thing a reader can do with an embed: an icon, and its word where there is room. */
import { Button } from "../views/parts/Button.tsx";
import { Icon, type IconName } from "../views/parts/icons.tsx";

type EmbedActionProps = { readonly icon: IconName; readonly word: string; readonly onPress?: () => void };

export function EmbedAction({ icon, word, onPress }: EmbedActionProps) {
  return (
    <Button look="quiet" aria-label={word} onClick={onPress}>
      <Icon name={icon} />
      <span className="embed__word">{word}</span>
    </Button>
  );
}
