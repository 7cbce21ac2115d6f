/** The door of embed.html. */
import { openEmbed } from "./open-embed.ts";

const root = document.getElementById("root");
if (root !== null) void openEmbed(root);
