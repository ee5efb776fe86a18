import { crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { ImportError } from "../../import-error.ts";
import { counted, unpack, type ExportFile } from "./export-file.ts";

/** The XML files of a zip, in the order of their names. */
export async function listZippedFiles(path: string): Promise<ExportFile[]> {
  const zip = await openZip(path);
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (isExport(entry.fileName)) entries.push(entry);
    if (entries.length === 0)
      throw new ImportError(`${path}: there is no .xml file in this zip: give the export itself.`);
    entries.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
    for (const entry of entries) refuseUnreadable(path, entry);
    return entries.map((entry) => toFile(path, entry));
  } catch (error) {
    throw error instanceof ImportError ? error : brokenZip(path, error);
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false });
  } catch (error) {
    throw brokenZip(path, error);
  }
}

function brokenZip(path: string, cause: unknown): ImportError {
  const reason = cause instanceof Error ? cause.message.replace(/\.$/, "") : String(cause);
  return new ImportError(`${path}: this zip is damaged or cut off (${reason}): download it again.`, { cause });
}

// A Mac puts a shadow of each file into the zips that it makes.
function isExport(name: string): boolean {
  return /\.xml(?:\.gz)?$/i.test(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name);
}

function refuseUnreadable(path: string, entry: Entry): void {
  if (entry.isEncrypted()) {
    throw new ImportError(`${path}: ${entry.fileName} has a password: unpack the zip and give the file itself.`);
  }
  if (!entry.canDecodeFileData()) {
    throw new ImportError(
      `${path}: ${entry.fileName} is packed in an unusual way: unpack the zip and give the file itself.`,
    );
  }
}

function toFile(path: string, entry: Entry): ExportFile {
  const name = `${path}/${entry.fileName}`;
  const isPacked = entry.fileName.toLowerCase().endsWith(".gz");
  return {
    name,
    size: entry.uncompressedSize,
    open: (onBytes) => {
      const chunks = counted(readEntry(path, entry), onBytes);
      return isPacked ? unpack(chunks) : chunks;
    },
  };
}

async function* readEntry(path: string, entry: Entry): AsyncGenerator<Uint8Array> {
  const zip = await openZip(path);
  try {
    let sum = 0;
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new Error("its checksum is not that of its content");
  } finally {
    zip.close();
  }
}
