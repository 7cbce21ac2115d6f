/** Zip files as a stranger may send them: each must give a project whose files stay in their folder, or a plain sentence. */
import { crc32, deflateRawSync } from "node:zlib";
import { CANARIES } from "./hostile-case.ts";

type Entry = {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Without it the content is stored; another method than 8 is only claimed. */
  readonly method?: number;
  readonly flags?: number;
  /** What the directory claims, where it differs from what is true. */
  readonly claims?: {
    readonly crc?: number;
    readonly packed?: number;
    readonly unpacked?: number;
    readonly at?: number;
  };
  readonly localName?: string;
  /** File mode of Unix, as archives of Unix carry it. */
  readonly mode?: number;
  readonly extra?: Uint8Array;
};

type Archive = {
  readonly before?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly count?: number;
  readonly directoryAt?: number;
};

const bytesOf = (text: string | Uint8Array) => (typeof text === "string" ? new TextEncoder().encode(text) : text);

function record(
  signature: number,
  fields: readonly (readonly [bytes: 2 | 4, value: number])[],
  ...rest: readonly Uint8Array[]
): Uint8Array {
  const parts = [[4, signature] as const, ...fields].map(([bytes, value]) => {
    const part = Buffer.alloc(bytes);
    if (bytes === 2) part.writeUInt16LE(value & 0xffff);
    else part.writeUInt32LE(value >>> 0);
    return part;
  });
  return Buffer.concat([...parts, ...rest]);
}

/** By hand (APPNOTE 6.3), so that all of it can lie. */
function zip(
  entries: readonly Entry[],
  { before = new Uint8Array(), comment = new Uint8Array(), count, directoryAt }: Archive = {},
): Uint8Array {
  const locals: Uint8Array[] = [before];
  const directory: Uint8Array[] = [];
  let at = before.length;
  for (const {
    name,
    content,
    method = 0,
    flags = 0x800,
    claims = {},
    localName,
    mode = 0o100644,
    extra = new Uint8Array(),
  } of entries) {
    const plain = bytesOf(content);
    const packed = method === 8 ? deflateRawSync(plain, { level: 9 }) : plain;
    const described = [
      [2, 20],
      [2, flags],
      [2, method],
      [2, 0],
      [2, 33],
      [4, claims.crc ?? crc32(plain)],
      [4, claims.packed ?? packed.length],
      [4, claims.unpacked ?? plain.length],
    ] as const;
    const nameBytes = bytesOf(name);
    const localBytes = bytesOf(localName ?? name);
    const local = record(0x04034b50, [...described, [2, localBytes.length], [2, 0]], localBytes, packed);
    directory.push(
      record(
        0x02014b50,
        [
          [2, (3 << 8) | 20],
          ...described,
          [2, nameBytes.length],
          [2, extra.length],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, mode << 16],
          [4, claims.at ?? at],
        ],
        nameBytes,
        extra,
      ),
    );
    locals.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const total = count ?? entries.length;
  const end = record(
    0x06054b50,
    [
      [2, 0],
      [2, 0],
      [2, total],
      [2, total],
      [4, size],
      [4, directoryAt ?? at],
      [2, comment.length],
    ],
    comment,
  );
  return Buffer.concat([...locals, ...directory, end]);
}

const WORKFLOW = "export default async function Workflow() {}\n";
const own: Entry = { name: "w/aWorkflow.ts", content: WORKFLOW };
const named = (name: string, content = ""): Entry => ({ name, content });
const several = (count: number, make: (at: number) => Entry) => Array.from({ length: count }, (_, at) => make(at));
const whole = zip([own, named("w/lib.ts", "export const a = 1;")]);

export type HostileZip = {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** `project`, or what the sentence says. */
  readonly ends: "project" | RegExp;
};

const OUTSIDE = /leads out of its folder/;
const DAMAGED = /damaged or incomplete/;
const TOO_LARGE = /larger than a project may be/;

const names: readonly HostileZip[] = (
  [
    ["a name that climbs", "w/../../b.ts", OUTSIDE],
    ["a name that climbs at its end", "w/..", OUTSIDE],
    ["a name that climbs with backslashes", "w\\..\\..\\b.ts", OUTSIDE],
    ["an absolute name", "/etc/b.ts", OUTSIDE],
    ["an absolute name of Windows", "C:\\b.ts", OUTSIDE],
    ["a share of Windows", "\\\\host\\share\\b.ts", OUTSIDE],
    ["a name that climbs and turns the line", "\u202e/../b.ts", OUTSIDE],
    ["a name that climbs in 60,000 characters", `${"a/".repeat(30_000)}../b.ts`, OUTSIDE],
    ["a name that turns the line", "w/\u202egpj.ts", "project"],
    ["a name of markup", "w/<img src=x onerror=alert(1)>.ts", "project"],
    ["a name of control characters", "w/\u0000\u0007\n.ts", "project"],
    ["a name of what all objects have", "w/__proto__.ts", "project"],
    ["a name that is a method", "w/toString", "project"],
    ["a name without a word", "w/.ts", "project"],
    ["no name", "", "project"],
    ["a name of spaces and dots", "w/ . .ts", "project"],
    ["a name of 60,000 characters", `w/${"x".repeat(60_000)}.ts`, "project"],
    ["a folder 30,000 deep", `w/${"a/".repeat(30_000)}b.ts`, "project"],
    ["a name of half characters", "w/\ud800.ts", "project"],
    ["a URL as a name", "w/https://attacker.example/b.ts", "project"],
    ["the same name again", "w/aWorkflow.ts", /two files named/],
  ] as const
).map(
  ([what, name, ends]): HostileZip => ({
    name: what,
    make: () => zip([own, named(name, "export const b = 1;")]),
    ends,
  }),
);

const link = (name: string, to: string): Entry => ({ ...named(name, to), mode: 0o120777 });
const zip64Extra = Uint8Array.from([1, 0, 16, 0, ...new Uint8Array(16)]);

const forms: readonly HostileZip[] = (
  [
    ["nothing", () => new Uint8Array(), /not a zip file/],
    ["text", () => bytesOf(WORKFLOW), /not a zip file/],
    ["no entries", () => zip([]), /no workflow/],
    ["only folders", () => zip(several(50, (at) => named(`aWorkflow.ts/${at}/`))), /no workflow/],
    ["all of it packed", () => zip([{ ...own, method: 8 }]), "project"],
    ["stored and packed files", () => zip([own, { ...named("w/b.ts", "x".repeat(9_000)), method: 8 }]), "project"],
    ["another program before it", () => zip([own], { before: new Uint8Array(5_000) }), "project"],
    ["a comment that holds another end", () => zip([own], { comment: zip([]) }), /no workflow|damaged/],
    ["a comment of 65,535 bytes", () => zip([own], { comment: new Uint8Array(65_535) }), "project"],
    [
      "a name in a packing of old",
      () => zip([own, { ...named("w/b.ts"), name: Uint8Array.from([0x77, 0x2f, 0x82, 0x2e, 0x74, 0x73]), flags: 0 }]),
      "project",
    ],
    [
      "a name that is not UTF-8",
      () => zip([own, { ...named(""), name: Uint8Array.from([0xff, 0xfe, 0x2e, 0x74, 0x73]) }]),
      "project",
    ],
    ["another name at the file itself", () => zip([{ ...own, localName: "../../evil.ts" }]), "project"],
    ["a wrong checksum", () => zip([{ ...own, claims: { crc: 1 } }]), DAMAGED],
    ["a wrong checksum of what is packed", () => zip([{ ...own, method: 8, claims: { crc: 1 } }]), DAMAGED],
    [
      "a wrong checksum of a file that nobody needs",
      () => zip([own, { ...named("picture.png"), claims: { crc: 1 } }]),
      "project",
    ],
    [
      "a packed stream that is none",
      () =>
        // The file itself stands behind its header and its name.
        zip([{ ...own, method: 8 }]).map((byte, at) => (at >= 43 && at < 60 ? 0xff : byte)),
      DAMAGED,
    ],
    ["a packing of another kind", () => zip([{ ...own, method: 12 }]), /packed in an unusual way/],
    ["a password", () => zip([{ ...own, flags: 1 }]), /password/],
    ["a directory that is hidden", () => zip([{ ...own, flags: 0x2041 }]), /password/],
    [
      "sizes of more than 4 GB",
      () => zip([{ ...own, claims: { packed: 0xffffffff, unpacked: 0xffffffff }, extra: zip64Extra }]),
      /ZIP64/,
    ],
    ["a place beyond 4 GB", () => zip([{ ...own, claims: { at: 0xffffffff }, extra: zip64Extra }]), /ZIP64/],
    ["a directory beyond 4 GB", () => zip([own], { directoryAt: 0xffffffff }), /ZIP64/],
    ["65,535 entries that it claims", () => zip([own], { count: 65_535 }), /ZIP64/],
    ["fewer entries than it has", () => zip([named("z.ts"), own], { count: 1 }), /no workflow/],
    ["more entries than it has", () => zip([own], { count: 9 }), DAMAGED],
    ["a directory that stands elsewhere", () => zip([own], { directoryAt: 3 }), DAMAGED],
    ["a file that stands in the directory", () => zip([{ ...own, claims: { at: 120 } }]), DAMAGED],
    ["a size beyond its end", () => zip([{ ...own, claims: { packed: 900_000 } }]), DAMAGED],
    ["a size of nothing", () => zip([{ ...own, claims: { packed: 0, unpacked: 0 } }]), DAMAGED],
    ["a workflow that is a link", () => zip([link("w/aWorkflow.ts", "/etc/passwd")]), /no workflow/],
    ["a file that is a link", () => zip([own, link("w/lib.ts", "../../../etc/passwd")]), "project"],
    [
      "a file that is a link to itself",
      () => zip([{ ...own, content: `import "./lib";\n${WORKFLOW}` }, link("w/lib.ts", "lib.ts")]),
      "project",
    ],
    ["a device in place of a file", () => zip([own, { ...named("w/lib.ts"), mode: 0o020666 }]), "project"],
    ["a zip within it", () => zip([{ name: "inner.zip", content: whole }]), /no workflow/],
    [
      "a secret's value for a secret",
      () =>
        zip([
          own,
          named("w/scenario.json", JSON.stringify({ env: [{ name: "A", value: CANARIES.secretEnv, secret: true }] })),
        ]),
      "project",
    ],
    ["a bomb of 200 MB", () => zip([{ ...own, method: 8, content: new Uint8Array(200_000_000).fill(32) }]), TOO_LARGE],
    [
      "a bomb that claims ten bytes",
      () => zip([{ ...own, method: 8, content: new Uint8Array(50_000_000).fill(32), claims: { unpacked: 10 } }]),
      TOO_LARGE,
    ],
    [
      "a thousand entries upon one bomb",
      () =>
        zip([
          { ...own, method: 8, content: new Uint8Array(900_000).fill(32) },
          ...several(1_000, (at) => ({
            ...named(`w/${at}.ts`),
            method: 8,
            claims: { at: 0, packed: 900, unpacked: 900_000 },
          })),
        ]),
      /larger than a project|damaged/,
    ],
    [
      "a thousand files",
      () => zip([own, ...several(999, (at) => named(`w/${at}.ts`, `export const n = ${at};`))]),
      "project",
    ],
    [
      "5,000 entries of which nobody needs one",
      () => zip([own, ...several(4_999, (at) => named(`docs/${at}.md`, "#"))]),
      "project",
    ],
    ["more than 5,000 entries", () => zip([own, ...several(5_000, (at) => named(`w/${at}.ts`))]), /5001 entries/],
    [
      "a thousand workflows",
      () => zip(several(1_000, (at) => named(`environment/workflows/w${at}/aWorkflow.ts`, WORKFLOW))),
      "project",
    ],
    [
      "a workflow that names 100,000 things among 5,000 files",
      () =>
        zip([
          { ...own, method: 8, content: WORKFLOW + Array.from({ length: 100_000 }, (_, at) => `"n${at}"`).join() },
          ...several(4_990, (at) => named(`lib/${at}.ts`)),
        ]),
      "project",
    ],
    [
      "a workflow that imports 60,000 files that are not there",
      () =>
        zip([
          { ...own, method: 8, content: WORKFLOW + Array.from({ length: 60_000 }, (_, at) => `"./n${at}"`).join() },
          ...several(4_990, (at) => named(`lib/${at}.ts`)),
        ]),
      "project",
    ],
    [
      "files that import each other in a circle of 2,000",
      () =>
        zip([
          { ...own, content: `import "../lib/0";\n${WORKFLOW}` },
          ...several(2_000, (at) => named(`lib/${at}.ts`, `import "./${(at + 1) % 2_000}";`)),
        ]),
      "project",
    ],
    ...["x", "/", ".", "w/", "../a/", "environment/workflows/"].map(
      (unit) =>
        [
          `80 names of ${unit} again and again`,
          () => zip([own, ...several(80, (at) => named(`w/${at}${unit.repeat(60_000 / unit.length)}b`))]),
          unit.includes("..") ? OUTSIDE : "project",
        ] as const,
    ),
    [
      "a tsconfig in every folder above",
      () =>
        zip([
          { ...own, name: `${"a/".repeat(900)}aWorkflow.ts` },
          ...several(900, (at) => named(`${"a/".repeat(at)}tsconfig.json`, "{}")),
        ]),
      "project",
    ],
    [
      "a manifest of a megabyte",
      () => zip([own, { ...named("package.json", `{"a":"${"x".repeat(999_000)}"}`), method: 8 }]),
      "project",
    ],
    [
      "a manifest of 400,000 levels",
      () => zip([own, { ...named("package.json", "[".repeat(400_000)), method: 8 }]),
      "project",
    ],
    [
      "scenarios of 200,000 levels",
      () => zip([own, { ...named("w/scenarios.json", `{"scenarios":${"[".repeat(200_000)}`), method: 8 }]),
      /scenarios\.json cannot be read/,
    ],
    ["a file that is not UTF-8", () => zip([{ ...own, content: Uint8Array.from([0xc3, 0x28]) }]), /not UTF-8/],
  ] as const
).map(([name, make, ends]): HostileZip => ({ name, make, ends }));

const cut: readonly HostileZip[] = [1, 10, 22, 23, 60, 100].map((bytes) => ({
  name: `its last ${bytes} bytes missing`,
  make: () => whole.subarray(0, whole.length - bytes),
  ends: /damaged|not a zip file/,
}));

export const ZIPS: readonly HostileZip[] = [...names, ...forms, ...cut];
