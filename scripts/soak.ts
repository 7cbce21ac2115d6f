/** The soak command: many runs in one page, a tenth of them hostile. The last line holds its figures. */
import { spawn } from "node:child_process";

const child = spawn("npx", ["playwright", "test", "-c", "e2e/hostile/playwright.config.ts"], {
  env: { ...process.env, NO_COLOR: "1", HOSTILE_SOAK: "1" },
  stdio: ["ignore", "pipe", "inherit"],
  shell: process.platform === "win32",
});
let output = "";
child.stdout.on("data", (chunk) => {
  output += chunk;
  process.stdout.write(chunk);
});
child.on("close", (status) => {
  const figures = /^soak: \d+ runs, .*$/m.exec(output)?.[0] ?? "soak: it ended without figures";
  console.log(`\n${figures}; ${status === 0 ? "passed" : "failed"}`);
  process.exit(status ?? 1);
});
