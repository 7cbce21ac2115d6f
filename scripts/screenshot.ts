/** Makes docs/screenshot.png from the real, built page. */
import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "./browser.ts";

const PORT = 4319;
const server = spawn("npx", ["vite", "preview", "--port", String(PORT), "--strictPort"], {
  stdio: "ignore",
  detached: true,
});
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGUMENTS] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 });
  for (let attempt = 0; ; attempt += 1) {
    try {
      await page.goto(`http://localhost:${PORT}/`);
      break;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  await page.waitForFunction(() => performance.getEntriesByName("editor-ready").length > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(2_000);
  await page.screenshot({ path: "docs/screenshot.png" });
  console.log("docs/screenshot.png");
} finally {
  await browser.close();
  if (server.pid !== undefined) process.kill(-server.pid);
}
