/** A documentation site as Kinde's own are made, with three embeds in one page; the test says where the playground is. */
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

const playground = process.env.PLAYGROUND_URL ?? "http://localhost:4317/";

export default defineConfig({
  telemetry: false,
  integrations: [
    starlight({
      title: "Docs",
      pagefind: false,
      head: [{ tag: "script", attrs: { src: `${playground}embed.js` } }],
    }),
  ],
});
