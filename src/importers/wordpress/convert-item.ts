import type { CommentRow, ConvertedItem } from "../import-source.ts";
import { convertEntry } from "./convert-entry.ts";
import type { BlogPlan } from "./plan/blog-plan.ts";
import type { ItemHead } from "./plan/item-head.ts";
import { toPlainText } from "./plan/plain-text.ts";
import type { OtherItem } from "./plan/plan-others.ts";
import { toRaw, toRecordStart, type ConvertContext } from "./convert-context.ts";
import type { WxrItem } from "./wxr.ts";

export type Converter = { readonly convert: (key: string, item: WxrItem) => Promise<ConvertedItem> };

/** Carries out what the plan says of each item. */
export function createConverter(context: ConvertContext): Converter {
  const { plan } = context;
  return {
    convert: (key, item) => {
      const entry = plan.entries.get(key);
      if (entry) return convertEntry(entry, item, context);
      const attachment = plan.attachments.get(key);
      if (attachment) return convertAttachment(attachment, item, context);
      return Promise.resolve(skipItem(key, item, context));
    },
  };
}

/** A file of the media library; its page leads to the post that it belonged to, or to the file. */
async function convertAttachment(
  head: ItemHead,
  item: WxrItem,
  { plan, media }: ConvertContext,
): Promise<ConvertedItem> {
  const address = head.attachment?.url ?? "";
  const own = media.forItem();
  const placed = address === "" ? { reason: "The export does not say where it is." } : await own.place(address);
  const { from = [], to } = plan.attachmentUrls.get(head.key) ?? {};
  const target = to ?? ("src" in placed ? placed.src : undefined);
  return {
    record: {
      ...toRecordStart(head.key, item),
      title: toPlainText(item.title),
      outcome: "src" in placed ? { kind: "used", as: placed.src } : { kind: "skipped", reason: placed.reason },
      urls: from.map((old) =>
        target === undefined
          ? { from: old, outcome: "gone", reason: "The file could not be had." }
          : { from: old, outcome: "redirect", to: target },
      ),
      comments: item.comments.map((comment) => toDropped(comment, "Pages of single files are not in the new blog.")),
      media: own.rows(),
      findings: [],
    },
    files: [],
    ...toRaw(head.key, item),
  };
}

function skipItem(key: string, item: WxrItem, { plan }: ConvertContext): ConvertedItem {
  const other: OtherItem = plan.others.get(key) ?? toUnplanned(key, plan);
  const { outcome, isHidden, urls } = other;
  const reason = "What they answer is not in the new blog.";
  return {
    record: {
      ...toRecordStart(key, item),
      ...(!isHidden && { title: toPlainText(item.title) }),
      outcome,
      urls,
      comments: item.comments.map((comment) => toDropped(comment, reason)),
      media: [],
      findings: [],
    },
    files: [],
    ...toRaw(key, item),
  };
}

function toUnplanned(key: string, { waiting }: BlogPlan): OtherItem {
  if (!waiting.has(key)) throw new Error(`The plan does not know ${key}: the export was changed while it was read.`);
  const reason = "It belongs to a draft, of which nothing is published. It is where it was.";
  return { outcome: { kind: "skipped", reason }, isHidden: false, urls: [] };
}

function toDropped({ id, type, approved }: WxrItem["comments"][number], reason: string): CommentRow {
  return { id, type: type || "comment", approved, outcome: "dropped", reason };
}
