import { absoluteUrl, asPermalink } from "../../lib/permalink.ts";
import type { CommentContext } from "./comments/comment-context.ts";
import type { ConvertContext } from "./convert-context.ts";
import type { EntryPlan } from "./plan/entry-plan.ts";
import { fromLocal, parseLocal } from "./plan/moments.ts";

/** What the comments of an entry need to know of the blog. */
export function toCommentContext(entry: EntryPlan, from: string, { plan }: ConvertContext): CommentContext {
  const { settings, links, authorIds } = plan;
  const { origin, pathname } = new URL(settings.url ?? "http://localhost/");
  const site = { origin, basePath: pathname.replace(/\/$/, "") };
  return {
    linkOf: (href) => {
      const link = links.resolve(href, from);
      return link.kind === "file" ? href : link.href;
    },
    offsetOf: (local) => fromLocal(parseLocal(local) ?? 0, settings.timezone).offset,
    isAuthor: (userId) => authorIds.has(userId),
    site,
    url: absoluteUrl(site, asPermalink(entry.url)),
  };
}
