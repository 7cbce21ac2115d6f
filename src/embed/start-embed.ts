/** The entry point of an embed in index.html: loaded for what it does, so that nothing is kept of its names. */
import { startEmbed } from "./open-embed.ts";

startEmbed();
