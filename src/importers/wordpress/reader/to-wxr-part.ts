import type { WxrAuthor, WxrComment, WxrItem, WxrPart, WxrSite, WxrTerm } from "../wxr.ts";
import { textOf, textsOf, type ExportElement } from "./export-element.ts";

/** What an element of the channel says. */
export function toWxrPart(element: ExportElement, file: string): WxrPart | undefined {
  switch (element.name) {
    case "item":
      return { kind: "item", item: toItem(element, file) };
    case "wp:author":
      return { kind: "author", author: toAuthor(element) };
    case "wp:category":
      return { kind: "term", term: toTerm(element, categoryFields) };
    case "wp:tag":
      return { kind: "term", term: toTerm(element, tagFields) };
    case "wp:term":
      return { kind: "term", term: toTerm(element, termFields) };
    default:
      return undefined;
  }
}

export function toSite(channel: ExportElement): WxrSite {
  return {
    version: wordOf(channel, "wp:wxr_version"),
    title: textOf(channel, "title"),
    description: textOf(channel, "description"),
    language: wordOf(channel, "language"),
    link: wordOf(channel, "link"),
    baseSiteUrl: wordOf(channel, "wp:base_site_url"),
    baseBlogUrl: wordOf(channel, "wp:base_blog_url"),
  };
}

function toAuthor(author: ExportElement): WxrAuthor {
  return {
    id: wordOf(author, "wp:author_id"),
    login: wordOf(author, "wp:author_login"),
    displayName: textOf(author, "wp:author_display_name"),
    firstName: textOf(author, "wp:author_first_name"),
    lastName: textOf(author, "wp:author_last_name"),
  };
}

type TermFields = { readonly taxonomy: string } & Readonly<Record<"slug" | "parent" | "name" | "description", string>>;

const categoryFields: TermFields = {
  taxonomy: "category",
  slug: "wp:category_nicename",
  parent: "wp:category_parent",
  name: "wp:cat_name",
  description: "wp:category_description",
};
const tagFields: TermFields = {
  taxonomy: "post_tag",
  slug: "wp:tag_slug",
  parent: "",
  name: "wp:tag_name",
  description: "wp:tag_description",
};
const termFields: TermFields = {
  taxonomy: "",
  slug: "wp:term_slug",
  parent: "wp:term_parent",
  name: "wp:term_name",
  description: "wp:term_description",
};

function toTerm(term: ExportElement, fields: TermFields): WxrTerm {
  return {
    taxonomy: fields.taxonomy || wordOf(term, "wp:term_taxonomy"),
    id: wordOf(term, "wp:term_id"),
    slug: wordOf(term, fields.slug),
    parent: wordOf(term, fields.parent),
    name: textOf(term, fields.name),
    description: textOf(term, fields.description),
  };
}

function toItem(item: ExportElement, file: string): WxrItem {
  const childrenOf = (name: string) => item.children.filter((child) => child.name === name);
  return {
    line: item.line,
    file,
    ...toItemFields(item),
    title: textOf(item, "title"),
    content: textOf(item, "content:encoded"),
    excerpt: textOf(item, "excerpt:encoded"),
    status: mostPrivate(textsOf(item, "wp:status"), ["publish", "inherit"]),
    menuOrder: Math.trunc(Number(wordOf(item, "wp:menu_order"))) || 0,
    hasPassword: textsOf(item, "wp:post_password").some(isPassword),
    isSticky: wordOf(item, "wp:is_sticky") === "1",
    terms: childrenOf("category").map(({ domain, nicename, text }) => ({ domain, slug: nicename, name: text })),
    metas: childrenOf("wp:postmeta").map((meta) => ({
      key: wordOf(meta, "wp:meta_key"),
      value: textOf(meta, "wp:meta_value"),
    })),
    comments: childrenOf("wp:comment").map(toComment),
  };
}

function toItemFields(item: ExportElement) {
  return {
    id: wordOf(item, "wp:post_id"),
    type: wordOf(item, "wp:post_type"),
    link: wordOf(item, "link"),
    guid: wordOf(item, "guid"),
    pubDate: wordOf(item, "pubDate"),
    creator: wordOf(item, "dc:creator"),
    date: wordOf(item, "wp:post_date"),
    dateGmt: wordOf(item, "wp:post_date_gmt"),
    modified: wordOf(item, "wp:post_modified"),
    modifiedGmt: wordOf(item, "wp:post_modified_gmt"),
    commentStatus: wordOf(item, "wp:comment_status"),
    pingStatus: wordOf(item, "wp:ping_status"),
    slug: wordOf(item, "wp:post_name"),
    parent: wordOf(item, "wp:post_parent"),
    attachmentUrl: wordOf(item, "wp:attachment_url"),
  };
}

function toComment(comment: ExportElement): WxrComment {
  return {
    id: wordOf(comment, "wp:comment_id"),
    author: textOf(comment, "wp:comment_author"),
    authorUrl: wordOf(comment, "wp:comment_author_url"),
    date: wordOf(comment, "wp:comment_date"),
    dateGmt: wordOf(comment, "wp:comment_date_gmt"),
    content: textOf(comment, "wp:comment_content"),
    approved: mostPrivate(textsOf(comment, "wp:comment_approved"), ["1"]),
    type: wordOf(comment, "wp:comment_type"),
    parent: wordOf(comment, "wp:comment_parent"),
    userId: wordOf(comment, "wp:comment_user_id"),
  };
}

/** What is a word, a number or an address has no spaces around it. */
function wordOf(element: ExportElement, name: string): string {
  return textOf(element, name).trim();
}

/** A damaged export may say two things of one item; nothing gets out that one of them keeps in. */
function mostPrivate(texts: readonly string[], open: readonly string[]): string {
  const words = texts.map((text) => text.trim()).filter((word) => word !== "");
  return words.find((word) => !open.includes(word)) ?? words[0] ?? "";
}

/** Spaces may be a password; only a line break and indentation are none. */
function isPassword(text: string): boolean {
  return text.trim() !== "" || (text !== "" && !text.includes("\n"));
}
