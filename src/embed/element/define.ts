/** The script a documentation page loads (`embed.js`): defines `<kinde-workflow>` once. */
import { followScroll, forAll, KindeWorkflow } from "./kinde-workflow.ts";
import { watchTheme } from "./page-theme.ts";

const script = document.currentScript;
if (script instanceof HTMLScriptElement && customElements.get("kinde-workflow") === undefined) {
  KindeWorkflow.site = new URL("./", script.src).href;
  customElements.define("kinde-workflow", KindeWorkflow);
  addEventListener("message", (event) => forAll((element) => element.hear(event)));
  addEventListener("scroll", followScroll, { passive: true, capture: true });
  addEventListener("beforeprint", () => {
    for (const element of document.querySelectorAll<KindeWorkflow>("kinde-workflow")) element.release();
  });
  watchTheme(() => forAll((element) => element.followTheme()));
}
