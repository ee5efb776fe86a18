import type { Element } from "hast";
import { isBlock } from "../../markdown/comments/comment-tags.ts";

/** Whether anything below the element is a block: then Markdown cannot say that it is emphasis, a link or code. */
export function holdsBlock({ children }: Element): boolean {
  return children.some((child) => child.type === "element" && (isBlock(child.tagName) || holdsBlock(child)));
}
