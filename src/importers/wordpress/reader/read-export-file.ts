import { ImportError } from "../../import-error.ts";
import type { WxrItem, WxrPart } from "../wxr.ts";
import { decodeXml } from "./decode-xml.ts";
import { explainFault, type ReaderFault } from "./explain-fault.ts";
import type { ExportFile } from "./export-file.ts";
import { toReadError } from "./list-export-files.ts";
import type { RepairLog } from "./repair-log.ts";
import { WxrParser } from "./wxr-parser.ts";
import { XmlRepair } from "./xml-repair.ts";

const tailSize = 2000;

/** All parts of one file, in its order: decoded, repaired, parsed, an item at a time. */
export async function* readExportFile(
  file: ExportFile,
  log: RepairLog,
  onBytes: (bytes: number) => void,
): AsyncGenerator<WxrPart> {
  let bytes = 0;
  let item: WxrItem | undefined;
  let tail = "";
  let parts: WxrPart[] = [];
  const fail = (fault: ReaderFault): never => {
    throw new ImportError(explainFault(fault, { file: file.name, bytes, item }));
  };
  const onPart = (part: WxrPart): void => {
    parts.push(part);
    if (part.kind === "item") item = part.item;
  };
  const parser = new WxrParser({ file: file.name, log, onPart, onFault: fail });
  const repair = new XmlRepair({ log, onFault: fail });
  let isCut = false;
  const source = readChunks(file, { onBytes, onLength: (length) => (bytes += length), onCut: () => (isCut = true) });
  for await (const text of decodeXml(source, log)) {
    parser.write(repair.write(text));
    tail = (tail + text).slice(-tailSize);
    const ready = parts;
    parts = [];
    yield* ready;
  }
  parser.write(repair.end());
  if (parser.isOpen || isCut) fail({ kind: "cut", line: parser.line, tail });
  parser.end();
  yield* parts;
}

type ChunkEvents = {
  readonly onBytes: (bytes: number) => void;
  readonly onLength: (length: number) => void;
  /** A packed file ends in the middle: what is there is read, to say how far it goes. */
  readonly onCut: () => void;
};

async function* readChunks(file: ExportFile, { onBytes, onLength, onCut }: ChunkEvents): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of file.open(onBytes)) {
      onLength(chunk.length);
      yield chunk;
    }
  } catch (error) {
    if (codeOf(error) !== "Z_BUF_ERROR") throw toSourceError(error, file.name);
    onCut();
  }
}

/** What the disk, a gzip or a zip has against being read. */
function toSourceError(error: unknown, file: string): Error {
  if (error instanceof ImportError) return error;
  const code = codeOf(error);
  if (code.startsWith("E") && !code.startsWith("ERR_")) return toReadError(file, error);
  const reason = error instanceof Error ? error.message : String(error);
  return new ImportError(`${file}: what is packed here is damaged (${reason}): download it again.`, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
