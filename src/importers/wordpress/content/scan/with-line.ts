import type { SourceTag } from "./read-tag.ts";

/** The tag with the line in which it stands, for those who report what becomes of it. */
export function withLine(tag: SourceTag, line: number): string {
  const after = 1 + tag.name.length;
  const source = tag.isSelfClosing ? `${tag.source.slice(0, -2).trimEnd()}>` : tag.source;
  return `${source.slice(0, after)} data-line="${line}"${source.slice(after)}`;
}
