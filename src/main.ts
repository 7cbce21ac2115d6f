/** Chooses the door: the whole playground, an embed, or a link. Each loads what it needs and nothing else. */
import { openPlayground } from "./playground/open-playground.ts";

const root = document.getElementById("root");
if (root !== null) void openPlayground(root);
