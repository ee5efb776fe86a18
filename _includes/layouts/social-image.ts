import type { PageContext } from "../../src/content/page-context.ts";
import type { Page, Post } from "../../src/content/post.ts";
import type { SocialImage } from "../../src/seo/open-graph.ts";

/** What a shared link shows: the entry's own picture, unless it is a drawing, which no social network takes; else its card. */
export function toSocialImage(
  entry: Post | Page,
  { imageOf, cardOf }: Pick<PageContext, "imageOf" | "cardOf">,
): SocialImage | undefined {
  const image = imageOf(entry);
  return image && !/\.svg$/i.test(image.src) ? image : cardOf(entry);
}
