/** What a zip file of a stranger must have given: a project whose files stay in their folder, or a plain sentence, in time. */
import { fromZip, UNPACKED_LIMIT_BYTES } from "../../../src/share/kinde-repository.ts";
import { CANARIES } from "./hostile-case.ts";
import type { HostileZip } from "./zips.ts";

/** In milliseconds of the processor, on a machine that does much else. */
const MOST_MS = 500;

/** What is wrong with how a zip was read; empty when all is right. */
export function complaintsAboutZip({ make, ends }: HostileZip): readonly string[] {
  const bytes = make();
  const before = process.cpuUsage();
  const result = fromZip(bytes);
  const { user, system } = process.cpuUsage(before);
  const tookMs = (user + system) / 1_000;
  const complaints: string[] = [];
  if (tookMs > MOST_MS) complaints.push(`took ${tookMs.toFixed(0)} ms`);
  if (result.kind === "broken") {
    if (ends === "project" || !ends.test(result.message)) complaints.push(`says "${result.message.slice(0, 300)}"`);
    if (!/^[^<>]*\.$/.test(result.message)) complaints.push("its sentence does not end");
    if (result.message.length > 500) complaints.push(`its sentence has ${result.message.length} characters`);
  } else {
    if (ends !== "project") complaints.push("was opened");
    const { files } = result.project;
    const outside = files.filter(({ name }) => /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(name));
    if (outside.length > 0) complaints.push(`holds ${outside[0]?.name}`);
    if (new Set(files.map(({ name }) => name)).size < files.length) complaints.push("holds a name twice");
    if (files.some(({ text }) => text.includes("/etc/passwd"))) complaints.push("holds what a link says");
    if (files.reduce((sum, { text }) => sum + text.length, 0) > UNPACKED_LIMIT_BYTES) complaints.push("holds too much");
    if (JSON.stringify(result).includes(CANARIES.secretEnv)) complaints.push("a secret's value came out of a zip");
  }
  if ("polluted" in {}) complaints.push("Object.prototype was changed");
  return complaints;
}
