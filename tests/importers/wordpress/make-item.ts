import type { WxrComment, WxrItem, WxrPart, WxrSite } from "../../../src/importers/wordpress/wxr.ts";
import type { SurveyedExport } from "../../../src/importers/wordpress/plan/survey.ts";

const plain: WxrItem = {
  line: 1,
  file: "export.xml",
  id: "1",
  type: "post",
  status: "publish",
  title: "A title",
  link: "",
  guid: "",
  pubDate: "",
  creator: "ada",
  content: "",
  excerpt: "",
  date: "2012-05-01 09:30:00",
  dateGmt: "2012-05-01 07:30:00",
  modified: "",
  modifiedGmt: "",
  commentStatus: "open",
  pingStatus: "open",
  slug: "a-title",
  parent: "0",
  menuOrder: 0,
  hasPassword: false,
  isSticky: false,
  attachmentUrl: "",
  terms: [],
  metas: [],
  comments: [],
};

/** An item of an export, a public post unless said otherwise. */
export function makeItem(values: Partial<WxrItem>): WxrItem {
  return { ...plain, ...values };
}

const comment: WxrComment = {
  id: "1",
  author: "Ben",
  authorUrl: "",
  date: "2012-05-02 10:00:00",
  dateGmt: "2012-05-02 08:00:00",
  content: "Well said.",
  approved: "1",
  type: "",
  parent: "0",
  userId: "0",
};

export function makeComments(count: number): WxrComment[] {
  return Array.from({ length: count }, (_, index) => ({ ...comment, id: String(index + 1) }));
}

export const site: WxrSite = {
  version: "1.2",
  title: "The Old Table",
  description: "Notes &amp; queries",
  language: "en-US",
  link: "https://old.example",
  baseSiteUrl: "https://old.example",
  baseBlogUrl: "https://old.example",
};

/** An export that is in memory. */
export function makeExport(items: readonly WxrItem[], others: readonly WxrPart[] = [], own = site): SurveyedExport {
  return {
    async *parts() {
      yield { kind: "site", site: own };
      yield* others;
      for (const item of items) yield await Promise.resolve({ kind: "item", item });
    },
  };
}
