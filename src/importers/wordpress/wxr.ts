/**
 * What an export says, as it says it: text is decoded once, nothing is interpreted. E-mail addresses, IP addresses, user
 * agents and passwords are read by nobody: they have no place here, so that they cannot get any further.
 */
export type WxrPart =
  | { readonly kind: "site"; readonly site: WxrSite }
  | { readonly kind: "author"; readonly author: WxrAuthor }
  | { readonly kind: "term"; readonly term: WxrTerm }
  | { readonly kind: "item"; readonly item: WxrItem };

export type WxrSite = {
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly link: string;
  /** Of the network, where there are several blogs. */
  readonly baseSiteUrl: string;
  readonly baseBlogUrl: string;
};

export type WxrAuthor = {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly firstName: string;
  readonly lastName: string;
};

export type WxrTerm = {
  /** `category`, `post_tag`, `nav_menu` or a plugin's. */
  readonly taxonomy: string;
  readonly id: string;
  /** Percent-encoded where it is not ASCII. */
  readonly slug: string;
  /** Slug of the parent, or empty. */
  readonly parent: string;
  readonly name: string;
  readonly description: string;
};

export type WxrItem = {
  /** Its line in the file, from 1. */
  readonly line: number;
  readonly file: string;
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly pubDate: string;
  /** Login of the author. */
  readonly creator: string;
  readonly content: string;
  readonly excerpt: string;
  /** `2012-05-01 09:30:00` on the blog's clock; zeros or empty where there is none. */
  readonly date: string;
  readonly dateGmt: string;
  readonly modified: string;
  readonly modifiedGmt: string;
  readonly commentStatus: string;
  readonly pingStatus: string;
  /** Percent-encoded where it is not ASCII; may be empty. */
  readonly slug: string;
  /** Id of the parent, or `0`. */
  readonly parent: string;
  readonly menuOrder: number;
  readonly hasPassword: boolean;
  readonly isSticky: boolean;
  readonly attachmentUrl: string;
  readonly terms: readonly WxrItemTerm[];
  /** In the order of the file; a key may occur several times. */
  readonly metas: readonly WxrMeta[];
  readonly comments: readonly WxrComment[];
};

/** WXR 1.0 writes a term twice, with a domain and without. */
export type WxrItemTerm = { readonly domain: string; readonly slug: string; readonly name: string };

export type WxrMeta = { readonly key: string; readonly value: string };

export type WxrComment = {
  readonly id: string;
  readonly author: string;
  readonly authorUrl: string;
  readonly date: string;
  readonly dateGmt: string;
  readonly content: string;
  /** `1`, `0`, `spam`, `trash`, `post-trashed`. */
  readonly approved: string;
  /** Empty or `comment`, `pingback`, `trackback`, or a plugin's. */
  readonly type: string;
  /** Id of the comment that it answers, or `0`. */
  readonly parent: string;
  /** Above `0` for those who had an account on the blog. */
  readonly userId: string;
};
