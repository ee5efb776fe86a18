import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toMediaPath } from "./comment-body.ts";

/** Paths of the pictures below `comments/`. */
export type CommentMedia = { readonly has: (path: string) => boolean };

type Missing = Pick<Problem, "id" | "severity" | "message" | "remedy"> & { readonly path: readonly string[] };

/** What a comment shows and nobody has; `path` leads to the key from the comment on. */
export function findMissingPictures(comment: Readonly<Record<string, unknown>>, media: CommentMedia): Missing[] {
  const { author, html } = comment;
  const avatar = typeof author === "object" && author !== null && "avatar" in author ? author.avatar : undefined;
  const isMissing = typeof avatar === "string" && !media.has(avatar.normalize("NFC"));
  return [
    ...(isMissing ? [missing("thread-avatar", avatar, ["author", "avatar"])] : []),
    ...(typeof html === "string" ? findMissingImages(html, media) : []),
  ];
}

function findMissingImages(html: string, media: CommentMedia): Missing[] {
  if (!html.includes("<img")) return [];
  const sources = [...html.matchAll(/<img\s[^>]*?\bsrc="([^"]*)"/g)].map(([, src = ""]) => src);
  const local = sources.filter((src) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src));
  return local.filter((src) => !media.has(toMediaPath(src) ?? "")).map((src) => missing("thread-image", src, ["html"]));
}

function missing(id: string, found: string, path: readonly string[]): Missing {
  const message = `the picture is not in \`comments/\` (found ${show(found)})`;
  return { id, severity: "warning", message, remedy: "Put the file there, or run `npm run sync -- --full`.", path };
}
