import type { ContentJob } from "../content-job.ts";
import type { TagRule } from "../paragraphs/plain-writer.ts";
import type { Block } from "./block.ts";
import { toCover } from "./cover.ts";
import { toGalleryTags, toPictureTags } from "./gallery.ts";
import { type ToWhole, toCode, toEmbed, toFile, toReused, toSocialLink, toVerse } from "./whole-blocks.ts";

/** What becomes of a block. Without a rule it is the HTML in it. */
export type BlockRule =
  /** Left out with all in it; without a note, because what is around it has been reported. */
  | { readonly as: "dropped"; readonly note?: string; readonly isLayout?: true }
  /** Converted as a whole, whatever is in it; undefined for one that is like any other. */
  | { readonly as: "whole"; readonly convert: ToWhole }
  /** Its own tags change. */
  | { readonly as: "tags"; readonly toTags: (block: Block, job: ContentJob) => TagRule }
  /** Text as in classic content. */
  | { readonly as: "classic" };

const toRules = (names: string, rule: BlockRule): (readonly [string, BlockRule])[] =>
  names.split(" ").map((name) => [name, rule] as const);

const made = "WordPress made it anew whenever it was shown.";
const theme = "A part of the theme; the new blog has its own.";

const blockRules: ReadonlyMap<string, BlockRule> = new Map([
  ...toRules("freeform classic shortcode", { as: "classic" }),
  ...toRules("embed core-embed", { as: "whole", convert: toEmbed }),
  ...toRules("file", { as: "whole", convert: toFile }),
  ...toRules("verse", { as: "whole", convert: toVerse }),
  ...toRules("code syntaxhighlighter/code", { as: "whole", convert: toCode }),
  ...toRules("block", { as: "whole", convert: toReused }),
  ...toRules("social-link", { as: "whole", convert: toSocialLink }),
  // Their place: the notes stand at the end.
  ...toRules("footnotes", { as: "dropped" }),
  ...toRules("gallery jetpack/tiled-gallery jetpack/slideshow", { as: "tags", toTags: toGalleryTags }),
  ...toRules("image", { as: "tags", toTags: toPictureTags }),
  ...toRules("cover", { as: "tags", toTags: toCover }),
  ...toRules("spacer", { as: "dropped", note: "Empty space.", isLayout: true }),
  ...toRules("post-template query-pagination query-no-results comment-template comments-pagination", { as: "dropped" }),
  ...toRules(
    "latest-posts latest-comments archives calendar categories tag-cloud rss page-list terms-query search loginout " +
      "query-title term-description read-more post-navigation-link",
    { as: "dropped", note: made },
  ),
  ...toRules("navigation site-logo site-title site-tagline template-part pattern avatar legacy-widget widget-group", {
    as: "dropped",
    note: theme,
  }),
  ...toRules(
    "post-title post-date post-excerpt post-content post-featured-image post-terms post-author post-author-name " +
      "post-author-biography post-comments post-comments-form post-comments-count post-comments-link comments-title " +
      "post-time-to-read",
    { as: "dropped", note: "The new blog shows it where it has its place." },
  ),
  ...toRules(
    "jetpack/contact-form contact-form-7/contact-form-selector wpforms/form-selector gravityforms/form ninja-forms/form",
    {
      as: "dropped",
      note: "A form: it needs a server, which the new blog does without.",
    },
  ),
]);

export function ruleOf(name: string): BlockRule | undefined {
  return blockRules.get(name.startsWith("core-embed/") ? "core-embed" : name);
}

/** Around what is left out, itself left out but for the words that stand in it. */
export const emptied: ReadonlyMap<string, string> = new Map([
  ["query", "A list of posts that WordPress made when it was shown."],
  ["comments", "Comments stand below each post of the new blog."],
]);

/** They may be empty, and then they are nothing. */
export const mayBeEmpty: ReadonlySet<string> = new Set(
  (
    "paragraph heading list list-item quote group column columns buttons button cover media-text html shortcode freeform " +
    "classic separator more nextpage preformatted code verse table image gallery embed query comments social-links missing " +
    "details pullquote"
  ).split(" "),
);
