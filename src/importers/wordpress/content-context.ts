import type { BlogPlan } from "./plan/blog-plan.ts";
import type { ContentContext } from "./content/content-context.ts";
import { toPlainText } from "./plan/plain-text.ts";
import type { WxrItem } from "./wxr.ts";

/** What the text of an item may ask for: pictures of the library, the item's own among them, and its footnotes. */
export function createContentContext({ id, metas }: WxrItem, plan: BlogPlan): ContentContext {
  return {
    attachmentOf: (wanted) => {
      const head = plan.pictures.get(wanted);
      if (!head?.attachment) return undefined;
      const { url, alt, caption } = head.attachment;
      return { url, alt, caption, title: toPlainText(head.title) };
    },
    attached: plan.attached.get(id.trim()) ?? [],
    blockOf: (wanted) => plan.blocks.get(wanted) || undefined,
    footnotes: metas.find(({ key }) => key === "footnotes")?.value ?? "",
  };
}
