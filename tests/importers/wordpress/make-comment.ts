import type { CommentContext } from "../../../src/importers/wordpress/comments/comment-context.ts";
import type { WxrComment } from "../../../src/importers/wordpress/wxr.ts";

/** A comment as an export has it; every field can be named. */
export function makeWxrComment(id: number | string, fields: Partial<WxrComment> = {}): WxrComment {
  const minute = String(Number(id) % 60 || 0).padStart(2, "0");
  return {
    id: String(id),
    author: `Author of ${id}`,
    authorUrl: "",
    date: `2012-05-01 11:${minute}:00`,
    dateGmt: `2012-05-01 09:${minute}:00`,
    content: `Text of ${id}.`,
    approved: "1",
    type: "",
    parent: "0",
    userId: "0",
    ...fields,
  };
}

/** An old blog at old.example, two hours east of UTC, that moves to new.example/blog. */
export const context: CommentContext = {
  linkOf: (href) => href.replace(/^https?:\/\/old\.example\/\?p=(\d+)/, "/posts/p$1/"),
  offsetOf: () => 120,
  isAuthor: (userId) => userId === "7",
  site: { origin: "https://new.example", basePath: "/blog" },
  url: "https://new.example/blog/posts/tea/",
};
