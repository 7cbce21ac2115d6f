/** The entry point of embed.html. */
import { startEmbed } from "./open-embed.ts";

startEmbed();
