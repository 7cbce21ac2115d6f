/** Tabs before React: the row as it looks, and the content of the one that is open. */
import { TAB_LOOKS, TabsMarkup, type TabsProps } from "../parts/TabsMarkup.tsx";

export function TabsLooks<Value extends string>(props: Omit<TabsProps<Value>, "label" | "onChange">) {
  return <TabsMarkup {...props} label="" onChange={() => undefined} elements={TAB_LOOKS} />;
}
