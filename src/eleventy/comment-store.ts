import { toCommentBody, toMediaPath, type CommentImage } from "../comments/comment-body.ts";
import { latestComments } from "../comments/latest-comments.ts";
import { threadOf } from "../content/conversation.ts";
import type { Comment } from "../comments/thread.ts";
import type { Blog } from "../content/blog.ts";
import { isAllowedImage } from "../content/link-resolver.ts";
import { asPermalink, href, type Permalink } from "../lib/permalink.ts";
import { toCommentText } from "../markdown/comments/plain-comment.ts";
import { toSafeComment } from "../markdown/comments/to-safe-comment.ts";
import { createMeasure } from "./measure-image.ts";
import { memoise } from "../lib/memoise.ts";
import type { ConversationContext } from "../content/page-context.ts";

export type CommentStore = ConversationContext & {
  /** Pictures that what was rendered so far shows. */
  readonly usedMedia: ReadonlyMap<Permalink, string>;
};

export type CommentSources = {
  readonly blog: Blog;
  /** Path in `comments/` to path on the disk. */
  readonly media: ReadonlyMap<string, string>;
};

/** The conversation as pages show it. What is stored was sanitized once, and is never trusted: each text is made safe
 * when it is first asked for. */
export function createCommentStore({ blog, media }: CommentSources): CommentStore {
  const { site } = blog;
  const usedMedia = new Map<Permalink, string>();
  const measure = createMeasure();
  const use = (path: string): { readonly file: string; readonly src: string } | undefined => {
    const file = media.get(path);
    if (file === undefined) return undefined;
    const url = asPermalink(`/comments/${path}`);
    usedMedia.set(url, file);
    return { file, src: href(site, url) };
  };
  const resolveImage = (src: string): CommentImage | undefined => {
    if (/^(?:https?:)?\/\//i.test(src))
      return isAllowedImage(src, { base: site, imageHosts: site.imageHosts }) ? { src } : undefined;
    const used = use(toMediaPath(src) ?? "");
    return used && { src: used.src, ...measure(used.file) };
  };
  return {
    threadOf: (entry) => threadOf(blog, entry),
    latestComments: memoise((limit: number) => latestComments(blog, limit)),
    bodyOf: memoise((comment: Comment) => toCommentBody(toSafeComment(comment.html), resolveImage)),
    textOf: ({ html }) => toCommentText(html),
    avatarOf: ({ avatar }) => (avatar === undefined ? undefined : use(avatar.normalize("NFC"))?.src),
    usedMedia,
  };
}
