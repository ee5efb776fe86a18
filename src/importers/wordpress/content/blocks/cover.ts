import type { ContentJob } from "../content-job.ts";
import { toAttribute } from "../escape.ts";
import type { TagRule } from "../paragraphs/plain-writer.ts";
import { attributeOf, type SourceTag } from "../scan/read-tag.ts";
import { type Block, readText } from "./block.ts";

/** Words on a picture stand below it. */
export function toCover(block: Block, job: ContentJob): TagRule {
  let isShown = false;
  return (tag) => {
    const { name, source, isEnd } = tag;
    if (isEnd || isShown) return source;
    if (name === "img" && source.includes("wp-block-cover__image-background")) {
      isShown = true;
      report(block, job);
      return source;
    }
    const url = backgroundOf(tag, block);
    if (url === undefined) return source;
    isShown = true;
    report(block, job);
    const alt =
      attributeOf(tag, "aria-label") ??
      readText(block, "alt") ??
      job.context.attachmentOf(readText(block, "id") ?? "")?.alt;
    return `${source}<img src="${toAttribute(url)}" alt="${toAttribute(alt ?? "")}">`;
  };
}

/** A picture that is none but for a style. */
function backgroundOf(tag: SourceTag, block: Block): string | undefined {
  const style = attributeOf(tag, "style");
  if (style === undefined || !/background-image\s*:/i.test(style)) return undefined;
  return readText(block, "url") ?? /url\(\s*(?:&quot;|['"])?([^"')]{1,2000}?)(?:&quot;|['"])?\s*\)/i.exec(style)?.[1];
}

function report({ mark }: Block, job: ContentJob): void {
  job.tally("cover", job.text.slice(mark.start, mark.end), mark.start, {
    kind: "block",
    outcome: "changed",
    note: "What stood on the picture stands below it.",
  });
}
