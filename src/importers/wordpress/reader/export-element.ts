/** An element of an export that is read: its text, or the elements in it. */
export type ExportElement = {
  readonly name: string;
  readonly line: number;
  readonly domain: string;
  readonly nicename: string;
  readonly text: string;
  readonly children: readonly ExportElement[];
};

const parts = "wp:author wp:category wp:tag wp:term item";

/**
 * What is read of an export: elements with elements in them, and which. What is not named here is skipped with all that
 * is in it: the e-mail addresses of authors, and addresses, IP addresses and metas of commenters.
 */
export const readElements: ReadonlyMap<string, ReadonlySet<string>> = toTable({
  rss: `channel ${parts}`,
  channel: `title link description language generator wp:wxr_version wp:base_site_url wp:base_blog_url ${parts}`,
  "wp:author": "wp:author_id wp:author_login wp:author_display_name wp:author_first_name wp:author_last_name",
  "wp:category": "wp:term_id wp:category_nicename wp:category_parent wp:cat_name wp:category_description",
  "wp:tag": "wp:term_id wp:tag_slug wp:tag_name wp:tag_description",
  "wp:term": "wp:term_id wp:term_taxonomy wp:term_slug wp:term_parent wp:term_name wp:term_description",
  item: `title link pubDate dc:creator guid content:encoded excerpt:encoded category wp:post_id wp:post_date
    wp:post_date_gmt wp:post_modified wp:post_modified_gmt wp:comment_status wp:ping_status wp:post_name wp:status
    wp:post_parent wp:menu_order wp:post_type wp:post_password wp:is_sticky wp:attachment_url wp:postmeta wp:comment`,
  "wp:postmeta": "wp:meta_key wp:meta_value",
  "wp:comment": `wp:comment_id wp:comment_author wp:comment_author_url wp:comment_date wp:comment_date_gmt
    wp:comment_content wp:comment_approved wp:comment_type wp:comment_parent wp:comment_user_id`,
});

function toTable(elements: Readonly<Record<string, string>>): Map<string, Set<string>> {
  return new Map(Object.entries(elements).map(([name, children]) => [name, new Set(children.split(/\s+/))]));
}

/** The texts of the children of that name, in their order. */
export function textsOf(element: ExportElement, name: string): string[] {
  return element.children.filter((child) => child.name === name).map(({ text }) => text);
}

/** The first that says something. */
export function textOf(element: ExportElement, name: string): string {
  return element.children.find((child) => child.name === name && child.text !== "")?.text ?? "";
}
