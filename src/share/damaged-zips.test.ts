import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { generateProject } from "../../testing/generate-project.ts";
import { createRandom } from "../../testing/random.ts";
import { zipOf } from "../../testing/zip-of.ts";
import { fromZip, toZip } from "./kinde-repository.ts";

/** For tests that do much, on a machine that is doing much else. */
const SLOW_MS = 120_000;

function messageOf(bytes: Uint8Array): string {
  const result = fromZip(bytes);
  return result.kind === "broken" ? result.message : result.kind;
}

/** Sets the sizes that the archive's directory claims for its first entry. */
function withClaimedBytes(zip: Uint8Array, packed: number | null, unpacked: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  if (packed !== null) view.setUint32(directory + 20, packed, true);
  view.setUint32(directory + 24, unpacked, true);
  return bytes;
}

test(
  "broken and hostile zips give a plain message",
  () => {
    const small = zipOf({ "aWorkflow.ts": "a".repeat(100) });
    const bomb = zipOf({ "aWorkflow.ts": " ".repeat(20_000_000) });
    const tooLarge = "aWorkflow.ts in the zip file is larger than a project may be. Nothing was opened.";
    expect(bomb.length).toBeLessThan(60_000);
    expect(messageOf(bomb)).toBe(tooLarge);
    expect(messageOf(withClaimedBytes(bomb, null, 10))).toBe(tooLarge);
    expect(messageOf(withClaimedBytes(small, 4_000_000_000, 10))).toBe(
      "The zip file is damaged or incomplete. Download it again.",
    );
    expect(messageOf(new TextEncoder().encode("export default async () => {};\n"))).toBe(
      "This is not a zip file. Drop a zip with a Kinde repository, or a workflow's file.",
    );
    expect(messageOf(new Uint8Array())).toBe(
      "This is not a zip file. Drop a zip with a Kinde repository, or a workflow's file.",
    );
    expect(messageOf(new Uint8Array(10_000_001))).toBe(
      "The zip file is larger than 10 MB. Pack the workflow's folder alone, or drop its file.",
    );
    expect(messageOf(zipOf({ "a.ts": "x" }))).toBe(
      "The zip file holds no workflow: no file in it has a name that ends in Workflow.ts.",
    );
    expect(messageOf(zipOf({ "w/aWorkflow.ts": "x", "w/../../b.ts": "y" }))).toBe(
      "The zip file has an entry that leads out of its folder (w/../../b.ts). Nothing was opened.",
    );
    expect(messageOf(zipOf({ "aWorkflow.ts": "x", "scenario.json": "{" }))).toBe(
      "scenario.json is not JSON. Correct it, or remove it from the zip file.",
    );
    expect(messageOf(zipOf({ "aWorkflow.ts": "x", "scenario.json": '{"env":{}}' }))).toBe(
      "scenario.json cannot be read: env must be a list. Correct it, or remove it from the zip file.",
    );
    expect(messageOf(zipSync({ "aWorkflow.ts": Uint8Array.of(0xff, 0xfe, 0x41) }))).toBe(
      "aWorkflow.ts in the zip file is not UTF-8 text. Save it as UTF-8 and pack it again.",
    );
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`${index}.ts`, ""]));
    expect(messageOf(zipOf(many))).toBe("The zip file has 5001 entries, more than 5000 are not read.");
  },
  SLOW_MS,
);

test(
  "the files of a workflow together have one cap",
  () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`w/${index}.ts`, " ".repeat(50_000)]));
    expect(messageOf(zipOf({ ...files, "w/aWorkflow.ts": "x" }))).toContain("is larger than a project may be");
  },
  SLOW_MS,
);

test(
  "2,000 damaged zips neither throw nor hang",
  () => {
    const random = createRandom(20_261_123);
    const zip = toZip(generateProject(random), "a");
    const names = Object.getOwnPropertyNames(Object.prototype);
    for (let index = 0; index < 2_000; index++) {
      const damaged = zip.slice(0, random.below(4) === 0 ? random.below(zip.length) : zip.length);
      for (let count = random.below(6); count >= 0; count--) damaged[random.below(damaged.length)] = random.below(256);
      const started = performance.now();
      fromZip(damaged);
      expect(performance.now() - started, `zip ${index}`).toBeLessThan(5_000);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
  },
  SLOW_MS,
);
