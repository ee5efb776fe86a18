import { z } from "zod";

const address = z.url();
const time = z.iso.datetime({ offset: true });
const language = z.string().regex(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i);

const author = z
  .object({ name: z.string().min(1).optional(), url: address.optional(), avatar: address.optional() })
  .refine((value) => Object.keys(value).length > 0, "an author needs a name, a url or an avatar");

const attachment = z.object({
  url: address,
  mime_type: z.string().regex(/^[^\s/]+\/[^\s/]+$/),
  title: z.string().optional(),
  size_in_bytes: z.number().optional(),
  duration_in_seconds: z.number().optional(),
});

const item = z
  .looseObject({
    id: z.string().min(1),
    url: address.optional(),
    external_url: address.optional(),
    title: z.string().optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: address.optional(),
    banner_image: address.optional(),
    date_published: time.optional(),
    date_modified: time.optional(),
    authors: z.array(author).optional(),
    tags: z.array(z.string().min(1)).optional(),
    language: language.optional(),
    attachments: z.array(attachment).optional(),
  })
  .refine((value) => value.content_html !== undefined || value.content_text !== undefined, "an item needs content")
  .superRefine(checkExtensions);

/** JSON Feed 1.1. Keys that it does not know must be extensions, `_name`; the deprecated ones of 1.0 are not known. */
const jsonFeedSchema = z
  .looseObject({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: z.string().min(1),
    home_page_url: address.optional(),
    feed_url: address.optional(),
    description: z.string().optional(),
    user_comment: z.string().optional(),
    next_url: address.optional(),
    icon: address.optional(),
    favicon: address.optional(),
    authors: z.array(author).optional(),
    language: language.optional(),
    expired: z.boolean().optional(),
    hubs: z.array(z.object({ type: z.string(), url: address })).optional(),
    items: z.array(item),
  })
  .superRefine(checkExtensions)
  .superRefine(({ items }, context) => {
    const ids = items.map(({ id }) => id);
    for (const id of ids.filter((it, index) => ids.indexOf(it) !== index)) {
      context.addIssue({ code: "custom", path: ["items"], message: `several items have the id ${id}` });
    }
  });

/** Says what JSON Feed 1.1 objects to, each with its path; nothing for a valid feed. */
export function validateJsonFeed(json: string): string[] {
  try {
    const parsed = jsonFeedSchema.safeParse(JSON.parse(json));
    return parsed.error?.issues.map((issue) => `/${issue.path.join("/")}: ${issue.message}`) ?? [];
  } catch (error) {
    return [`/: not JSON: ${String(error)}`];
  }
}

const known = new Set(
  [
    ["version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon"],
    ["authors", "language", "expired", "hubs", "items", "id", "url", "external_url", "content_html", "content_text"],
    ["summary", "image", "banner_image", "date_published", "date_modified", "tags", "attachments"],
  ].flat(),
);

function checkExtensions(value: Record<string, unknown>, context: z.core.$RefinementCtx): void {
  for (const key of Object.keys(value)) {
    if (known.has(key) || /^_[a-z]/i.test(key)) continue;
    context.addIssue({ code: "custom", path: [key], message: "is neither known nor an extension" });
  }
}
