/** Reads zip archives from strangers: every size is checked before it is believed (APPNOTE 6.3, without encryption and ZIP64). */
import { InflateError, inflate } from "./compression.ts";

/** Thrown by `openZip`; the message is a sentence for the person. */
export class ZipError extends Error {
  override readonly name = "ZipError";
  readonly code = "zip";
}

export type ZipEntry = {
  readonly name: string;
  /** False for a link and whatever else Unix keeps among files: what it holds is not a text of the project. */
  readonly isFile: boolean;
  /** What unpacking it costs; entries may overlap, so their sum can exceed the archive. */
  readonly packedBytes: number;
  /**
   * Unpacks the entry.
   * @throws ZipError when it is damaged or its content is larger than `maxBytes`.
   */
  readonly read: (maxBytes: number) => Uint8Array;
};

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT_BYTES = 65_535;
/** What stands in place of a number that is too large for its field; the number itself is in a ZIP64 record. */
const IN_ZIP64 = { short: 0xffff, long: 0xffffffff };
const ENCRYPTED = 1;
/** The kind of file in what Unix keeps as its mode, in an archive's upper 16 bits. */
const UNIX = { kind: 0o170000, file: 0o100000 };
const STORED = 0;
const DEFLATED = 8;

const DAMAGED = "The zip file is damaged or incomplete. Download it again.";
const BEYOND = "The zip file is of the ZIP64 kind, which is not read here. Pack it again as an ordinary zip.";

/**
 * The entries as the archive's directory lists them; folders are left out, nothing is unpacked yet.
 * @throws ZipError
 */
export function openZip(bytes: Uint8Array, maxEntries: number): readonly ZipEntry[] {
  try {
    return entriesOf(bytes, maxEntries).filter(({ name }) => !name.endsWith("/"));
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw new ZipError(DAMAGED, { cause });
  }
}

function entriesOf(bytes: Uint8Array, maxEntries: number): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count === IN_ZIP64.short || directory === IN_ZIP64.long) throw new ZipError(BEYOND);
  if (count > maxEntries)
    throw new ZipError(`The zip file has ${count} entries, more than ${maxEntries} are not read.`);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new ZipError(DAMAGED);
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    if (names.has(name))
      throw new ZipError(`The zip file holds two files named ${nameInWords(name)}. Nothing was opened.`);
    names.add(name);
    const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
    const method = view.getUint16(at + 10, true);
    const checksum = view.getUint32(at + 16, true);
    const packedBytes = view.getUint32(at + 20, true);
    const kind = view.getUint16(at + 40, true) & UNIX.kind;
    const local = view.getUint32(at + 42, true);
    entries.push({
      name,
      isFile: kind === 0 || kind === UNIX.file,
      packedBytes,
      read: (maxBytes) => {
        if (isEncrypted)
          throw new ZipError("The zip file is protected by a password. Unpack it and drop the workflow itself.");
        if (packedBytes === IN_ZIP64.long || local === IN_ZIP64.long) throw new ZipError(BEYOND);
        const content = unpack(packed(view, bytes, local, packedBytes), method, maxBytes, name);
        if (crc32(content) !== checksum) throw new ZipError(DAMAGED);
        return content;
      },
    });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const LONGEST_NAME = 200;

/** A name as a sentence can hold it. */
export function nameInWords(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** As APPNOTE 6.3 (section 4.4.7) has it. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

/** The directory's end record stands last, before a comment of up to 65,535 bytes. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new ZipError("This is not a zip file. Drop a zip with a Kinde repository, or a workflow's file.");
}

function packed(view: DataView, bytes: Uint8Array, local: number, packedBytes: number): Uint8Array {
  if (local + LOCAL_BYTES > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE)
    throw new ZipError(DAMAGED);
  const start = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedBytes > bytes.length) throw new ZipError(DAMAGED);
  return bytes.subarray(start, start + packedBytes);
}

function unpack(content: Uint8Array, method: number, maxBytes: number, name: string): Uint8Array {
  const tooLarge = () =>
    new ZipError(`${nameInWords(name)} in the zip file is larger than a project may be. Nothing was opened.`);
  if (content.length > maxBytes) throw tooLarge();
  if (method === STORED) return content;
  if (method !== DEFLATED)
    throw new ZipError("The zip file is packed in an unusual way. Pack it again as an ordinary zip.");
  try {
    return inflate(content, maxBytes);
  } catch (cause) {
    if (cause instanceof InflateError && cause.code === "too-large") throw tooLarge();
    throw new ZipError(DAMAGED, { cause });
  }
}
