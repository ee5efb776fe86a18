import type { Finding } from "../../../src/importers/finding.ts";
import { readExportFile } from "../../../src/importers/wordpress/reader/read-export-file.ts";
import { createRepairLog } from "../../../src/importers/wordpress/reader/repair-log.ts";
import type { WxrItem, WxrPart } from "../../../src/importers/wordpress/wxr.ts";

export type ReadExport = { readonly parts: readonly WxrPart[]; readonly repairs: readonly Finding[] };

/** Reads an export that is in memory, in chunks of that many bytes. */
export async function readBytes(source: string | Uint8Array, chunkSize = 65_536): Promise<ReadExport> {
  const bytes = Buffer.from(source);
  const file = {
    name: "export.xml",
    size: bytes.length,
    async *open(onBytes: (count: number) => void) {
      for (let at = 0; at < bytes.length; at += chunkSize) {
        const chunk = bytes.subarray(at, at + chunkSize);
        await Promise.resolve();
        yield chunk;
        onBytes(chunk.length);
      }
    },
  };
  const log = createRepairLog(file.name);
  const parts: WxrPart[] = [];
  for await (const part of readExportFile(file, log, () => undefined)) parts.push(part);
  return { parts, repairs: log.toFindings() };
}

export function itemsOf(parts: readonly WxrPart[]): WxrItem[] {
  return parts.flatMap((part) => (part.kind === "item" ? [part.item] : []));
}

/** An export with these lines in its channel, from line 12 on. */
export function wxr(channel: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Long Table</title>
<link>https://table.example</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://table.example</wp:base_blog_url>
${channel}
</channel>
</rss>
`;
}

/** An item whose title stands in its second line. */
export function item(title: string, rest = ""): string {
  return `<item>
<title>${title}</title>
<wp:post_id>7</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
${rest}
</item>`;
}
