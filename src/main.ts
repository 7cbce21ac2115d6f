/** Chooses the entry point: the whole playground, or an embed where the address asks for one. Each loads what it needs and nothing else. */
import { openPlayground } from "./playground/open-playground.ts";

const root = document.getElementById("root");
if (root !== null) {
  if (/[#&;]embed(?=[&=]|$)/.test(location.hash)) void import("./embed/start-embed.ts");
  else void openPlayground(root);
}
