import { growthIn } from "../e2e/hostile/growth-in-engine.ts";
for (const e of ["firefox", "webkit"] as const) {
  const s = Date.now();
  try {
    console.log(e, await growthIn(e));
  } catch (error) {
    console.log(e, String(error));
  }
  console.log((Date.now() - s) / 1000);
}
process.exit(0);
