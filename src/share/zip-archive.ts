/** Reads zip archives from strangers: every size is checked before it is believed (APPNOTE 6.3, without encryption and ZIP64). */
import { InflateError, inflate } from "./compression.ts";

/** Thrown by `openZip`; the message is a sentence for the person. */
export class ZipError extends Error {
  override readonly name = "ZipError";
  readonly code = "zip";
}

export type ZipEntry = {
  readonly name: string;
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
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const DAMAGED = "The zip file is damaged or incomplete. Download it again.";

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
  if (count > maxEntries)
    throw new ZipError(`The zip file has ${count} entries, more than ${maxEntries} are not read.`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new ZipError(DAMAGED);
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
    const method = view.getUint16(at + 10, true);
    const packedBytes = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    entries.push({
      name,
      packedBytes,
      read: (maxBytes) => {
        if (isEncrypted)
          throw new ZipError("The zip file is protected by a password. Unpack it and drop the workflow itself.");
        return unpack(packed(view, bytes, local, packedBytes), method, maxBytes, name);
      },
    });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
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
  const tooLarge = () => new ZipError(`${name} in the zip file is larger than a project may be. Nothing was opened.`);
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
