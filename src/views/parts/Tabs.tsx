/** Tabs that work; arrow keys move between them (Radix). */
import { Tabs as Radix } from "radix-ui";
import { TabsMarkup, type TabsProps } from "./TabsMarkup.tsx";

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  return <TabsMarkup {...props} elements={Radix} />;
}
