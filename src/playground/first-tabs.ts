/** A row of tabs as it stands before they work. */
import { element } from "./element.ts";
import "../views/parts/tabs.css";

export type FirstTab = {
  readonly value: string;
  readonly label: string;
  readonly size?: string;
  readonly count?: number;
};

export function tabBar(tabs: readonly FirstTab[], active: string): HTMLElement {
  const faces = tabs.map(({ value, label, size, count }) => {
    const face = element("span", "tabs__tab", element("span", "tabs__label", label));
    if (size !== undefined) face.firstElementChild?.append(" ", element("span", "token-panel__size", size));
    if (count) face.append(element("span", "tabs__count tabs__count--plain", count.toLocaleString("en")));
    if (value === active) face.dataset["state"] = "active";
    return face;
  });
  return element("div", "tabs__bar", element("div", "tabs__list", ...faces));
}
