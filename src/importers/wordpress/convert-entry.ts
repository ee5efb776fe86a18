import { formatThread } from "../../comments/format-thread.ts";
import { toEntryText } from "../entry-text.ts";
import type { EntryValues } from "../entry-values.ts";
import type { Finding } from "../finding.ts";
import { collectAddresses } from "../html/collect-addresses.ts";
import { compareWords } from "../html/compare-words.ts";
import { parseHtml } from "../html/parse-html.ts";
import { toMarkdown } from "../html/to-markdown.ts";
import type { ConvertedItem, UrlRow } from "../import-source.ts";
import { createAddressMap } from "./address-map.ts";
import { toThread } from "./comments/to-thread.ts";
import { createContentContext } from "./content-context.ts";
import { toHtml } from "./content/to-html.ts";
import { toRaw, toRecordStart, type ConvertContext } from "./convert-context.ts";
import { describeEntry } from "./describe-entry.ts";
import type { EntryPlan } from "./plan/entry-plan.ts";
import { toItemHead, type ItemHead } from "./plan/item-head.ts";
import { toCommentContext } from "./comment-options.ts";
import { readOldAddress } from "./plan/old-site.ts";
import type { WxrItem } from "./wxr.ts";

/** One post or page: its text as Markdown, its thread, and everything that came of it. */
export async function convertEntry(entry: EntryPlan, item: WxrItem, context: ConvertContext): Promise<ConvertedItem> {
  const { plan } = context;
  const head = toItemHead(item, { key: entry.key }, (text) => text);
  const content = toHtml(item.content, createContentContext(item, plan));
  const tree = parseHtml(content.html);
  const from = readOldAddress(item.link, plan.oldSite)?.path ?? "/";
  const addresses = createAddressMap({ entry, from, context });
  await addresses.prepare(collectAddresses(tree));
  const converted = toMarkdown(tree, addresses);
  const described = describeEntry(item);
  const image = await toImage(head, context, addresses.placePicture);
  const values: EntryValues = { ...plan.valuesOf(entry, head), description: described.description, image };
  const comments = toThread(entry.id, item.comments, toCommentContext(entry, from, context));
  const files = [
    { path: entry.path, content: toEntryText(values, converted.markdown) },
    ...(comments.thread ? [{ path: `comments/${entry.id}.json`, content: formatThread(comments.thread) }] : []),
  ];
  const findings: Finding[] = [
    ...entry.findings,
    ...content.findings,
    ...converted.findings,
    ...compareWords(tree, converted.markdown),
    ...addresses.findings(),
    ...described.findings,
    ...comments.findings,
  ];
  return {
    record: {
      ...toRecordStart(entry.key, item),
      title: values.title,
      outcome: { kind: "written", path: entry.path, ...(entry.visibility === "draft" && { isDraft: true }) },
      urls: toUrls(entry),
      comments: comments.rows.map((row) => ({ ...row, type: row.type || "comment" })),
      media: addresses.media(),
      findings,
    },
    files,
    ...toRaw(entry.key, item),
  };
}

function toUrls({ aliases, urls, url }: EntryPlan): UrlRow[] {
  return [...urls, ...aliases.map((from): UrlRow => ({ from, outcome: "redirect", to: url }))];
}

/** The featured image, with the words that the library has for it. */
async function toImage(
  head: ItemHead,
  { plan }: ConvertContext,
  place: (address: string) => Promise<string | undefined>,
): Promise<EntryValues["image"]> {
  const { attachment } = plan.pictures.get(head.thumbnail) ?? {};
  const src = attachment?.url ? await place(attachment.url) : undefined;
  return src === undefined ? undefined : { src, ...(attachment?.alt && { alt: attachment.alt }) };
}
