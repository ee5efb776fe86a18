import type { WxrItem } from "../wxr.ts";
import { describeText } from "./describe-text.ts";
import type { WxrFault } from "./wxr-parser.ts";
import type { XmlFault } from "./xml-repair.ts";

export type ReaderFault = XmlFault | WxrFault | { readonly kind: "cut"; readonly line: number; readonly tail: string };

/** How far the reader had come. */
export type Progress = {
  readonly file: string;
  /** Of the XML, unpacked. */
  readonly bytes: number;
  /** The last that was read to its end. */
  readonly item: WxrItem | undefined;
};

const exportAgain = "Export the blog again (in WordPress: Tools > Export > All content)";

/** One sentence: what is wrong, where, how far all was well, and what to do. */
export function explainFault(fault: ReaderFault, progress: Progress): string {
  const { file } = progress;
  if (fault.kind === "no-root") {
    const isEmpty = fault.text.trim() === "";
    return `${file}: ${isEmpty ? "this file is empty" : describeText(fault.text, fault.isWhole)}. ${exportAgain}.`;
  }
  return `${file}:${fault.line}: ${sayWhat(fault, progress)}.`;
}

function sayWhat(fault: Exclude<ReaderFault, { kind: "no-root" }>, { bytes, item }: Progress): string {
  const last = item ? `the last whole item is ${nameOf(item)}` : "no item is whole";
  switch (fault.kind) {
    case "cut":
      return `the export is cut off here, at byte ${bytes}; ${last}${findStop(fault.tail)}. ${exportAgain}, and see that the download is complete`;
    case "broken":
      return `the XML is damaged here (${fault.reason}); ${last}. ${exportAgain}, or mend this place by hand`;
    case "second-root":
      return `a second export begins here, in the same file. Cut the file in two before this line, and give both`;
    case "endless-text":
    case "endless-item":
      return `there is no end to this text (the end of a CDATA section may be missing); ${last}. ${exportAgain}`;
    case "too-deep":
      return `elements are nested too deeply here; ${last}. ${exportAgain}`;
    case "no-version":
      return `this is RSS${fault.generator.trim() === "" ? "" : ` (made by ${toLine(fault.generator)})`}, but no export of WordPress: it has no wp:wxr_version. ${exportAgain}`;
  }
}

/** What is not public has no title here. */
function nameOf({ id, title, status, hasPassword }: WxrItem): string {
  const name = id === "" ? "one without an id" : toLine(id);
  const isPublic = (status === "publish" || status === "inherit") && !hasPassword;
  return isPublic && title.trim() !== "" ? `${name}, "${toLine(title)}"` : name;
}

/** PHP says why it stopped where it stopped. */
function findStop(tail: string): string {
  const message = /(?:Fatal error|Maximum execution time)[^\n<]{0,10}(?:<\/b>)?[^\n<]{0,120}/.exec(tail)?.[0];
  return message === undefined ? "" : `; WordPress stopped with "${toLine(message.replace(/<[^>]*>/g, ""))}"`;
}

function toLine(text: string): string {
  const line = text
    .slice(0, 400)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length > 120 ? `${characters.slice(0, 119).join("")}…` : line;
}
