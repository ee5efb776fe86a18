import type { ConvertedItem, ItemRecord } from "../import-source.ts";
import type { BlogMedia } from "./open-media.ts";
import type { BlogPlan } from "./plan/blog-plan.ts";
import type { WxrItem } from "./wxr.ts";

/** What the conversion of an item needs to know of all others. */
export type ConvertContext = {
  readonly plan: BlogPlan;
  readonly media: BlogMedia;
};

export function toRecordStart(key: string, { type, status }: WxrItem): Pick<ItemRecord, "key" | "type" | "status"> {
  return { key, type: type.trim() || "unknown", status: status.trim() || "unknown" };
}

/** The untouched source of its text, where it has one. */
export function toRaw(key: string, { content }: WxrItem): Pick<ConvertedItem, "raw"> {
  return content === "" ? {} : { raw: { name: `${key}.html`, text: content } };
}
