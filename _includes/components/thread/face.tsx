import { toMonogram } from "../../../src/comments/monogram.ts";
import type { CommentAuthor } from "../../../src/comments/thread.ts";

type FaceProps = { author: CommentAuthor; src: string | undefined };

/** A small picture beside a name, or the name's initial; the name says already who it is. */
export function Face({ author, src }: FaceProps) {
  if (src !== undefined) return <img class="face u-photo" src={src} alt="" width={40} height={40} loading="lazy" />;
  return (
    <span class={author.isOwner ? "face own" : "face"} aria-hidden="true">
      {toMonogram(author.name)}
    </span>
  );
}
