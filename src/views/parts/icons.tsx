/** An icon in the colour of the text around it; always decoration, never the only name. */
import { ICON_PATHS, type IconName } from "./icon-paths.ts";

export type { IconName };

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
