import type { SafeHtml } from "../../lib/safe-html.ts";
import { reactionNames, type Comment, type CommentAuthor } from "../../comments/thread.ts";
import type { Said } from "../responses.ts";
import { localizeHtml } from "./localize-html.ts";

/** What a comment needs beside GitHub's answer. */
export type CommentContext = {
  /** Path below `comments/` of a picture that is stored. */
  readonly stored: (url: string) => string | undefined;
  readonly isOwner: (said: Said) => boolean;
  readonly sanitize: (html: string) => SafeHtml;
};

/** One comment of GitHub as the thread file has it. */
export function toComment(said: Said, replies: readonly Comment[], context: CommentContext): Comment {
  const { id, url, createdAt, deletedAt, lastEditedAt, isMinimized, minimizedReason, bodyHTML, upvoteCount } = said;
  const place = { id, source: "github", anchor: toAnchor(said) } as const;
  if (deletedAt !== null) return toStub({ ...place, createdAt: toUtc(createdAt) }, replies);
  const reactions = toReactions(said);
  return {
    ...place,
    url,
    author: toAuthor(said, context),
    createdAt: toUtc(createdAt),
    ...(lastEditedAt !== null && { editedAt: toUtc(lastEditedAt) }),
    html: context.sanitize(localizeHtml(bodyHTML, context.stored)),
    ...(reactions && { reactions }),
    ...(upvoteCount > 0 && { upvotes: upvoteCount }),
    status: isMinimized ? "minimized" : "visible",
    ...(isMinimized && minimizedReason !== null && minimizedReason !== "" && { reason: minimizedReason }),
    replies,
  };
}

/** What is left of a comment whose author took it back: a place for the replies to it, without name or text. */
export function toStub(
  comment: Pick<Comment, "id" | "source" | "anchor" | "createdAt">,
  replies: readonly Comment[],
): Comment {
  const { id, source, anchor, createdAt } = comment;
  return { id, source, anchor, author: { name: "" }, createdAt, html: "", status: "deleted", replies };
}

function toAnchor({ url, databaseId, id }: Said): string {
  const fragment = /#([\w-]+)$/.exec(url)?.[1];
  return fragment ?? `discussioncomment-${databaseId ?? id.replace(/[^\w-]/g, "")}`;
}

/** Someone who has left GitHub is `ghost` there. */
function toAuthor(said: Said, { stored, isOwner }: CommentContext): CommentAuthor {
  const { author } = said;
  if (author === null) return { name: "ghost", url: "https://github.com/ghost" };
  const avatar = stored(author.avatarUrl);
  return {
    name: author.login,
    url: author.url,
    ...(avatar !== undefined && { avatar }),
    ...(isOwner(said) && { isOwner: true }),
  };
}

function toReactions({ reactionGroups }: Said): Comment["reactions"] | undefined {
  const counts = new Map((reactionGroups ?? []).map(({ content, reactors }) => [content, reactors.totalCount]));
  const given = reactionNames.flatMap((name) => {
    const count = counts.get(name) ?? 0;
    return count > 0 ? [[name, count] as const] : [];
  });
  return given.length === 0 ? undefined : Object.fromEntries<number>(given);
}

function toUtc(time: string): string {
  return new Date(time).toISOString().replace(/\.000Z$/, "Z");
}
