import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { defaultHandlers, toMdast, type Handle } from "hast-util-to-mdast";
import type { Html, Paragraph, PhrasingContent, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Comment } from "../../comments/thread.ts";
import { toCommentText } from "../../markdown/comments/plain-comment.ts";
import { toSafeComment } from "../../markdown/comments/to-safe-comment.ts";
import { defuse, defuseText } from "./defuse.ts";
import { holdsBlock } from "./holds-block.ts";

export type CopyWords = {
  /** Full address of the comment in the blog. */
  readonly link: string;
  /** The day on which it was written, where the blog is at home. */
  readonly day: string;
  readonly inReplyTo: string;
  readonly anonymous: string;
};

type CopiedComment = { readonly comment: Comment; readonly answers?: Comment };

// GitHub takes 65,536 characters; some are for the mark.
const longest = 60_000;
const cutLength = 40_000;

/** A comment as Markdown for a discussion: a line that says whose it is, then its words. Nobody is notified by it. */
export function toCopyBody(copied: CopiedComment, words: CopyWords): string {
  const { html } = copied.comment;
  const line = toAttribution(copied, words);
  const body = write([line, ...toBlocks(toSafeComment(html))]);
  if (body.length <= longest) return body;
  return write([line, { type: "paragraph", children: [toText(toCommentText(html, cutLength))] }]);
}

/** **[Ann](https://ann.example/)** · [1 May 2012](https://example.org/posts/tea/#comment-12) · in reply to **Bob** */
function toAttribution({ comment, answers }: CopiedComment, words: CopyWords): Paragraph {
  const children: PhrasingContent[] = [
    { type: "strong", children: [toName(comment, words)] },
    toText(" · "),
    { type: "link", url: words.link, children: [toText(words.day)] },
  ];
  if (answers) {
    const name = toText(answers.author.name.trim() || words.anonymous);
    children.push(toText(` · ${words.inReplyTo} `), { type: "strong", children: [name] });
  }
  return { type: "paragraph", children };
}

function toName({ author: { name, url } }: Comment, { anonymous }: CopyWords): PhrasingContent {
  const text = toText(name.trim() || anonymous);
  return url === undefined ? text : { type: "link", url, children: [text] };
}

function toText(text: string): PhrasingContent {
  return { type: "text", value: defuseText(text) };
}

function toBlocks(html: string): RootContent[] {
  const tree = fromHtml(html, { fragment: true });
  defuse(tree);
  const root = toMdast(tree, { handlers, document: true });
  return root.type === "root" ? root.children : [];
}

function write(children: RootContent[]): string {
  const signs = { bullet: "-", rule: "-", resourceLink: true } as const;
  // Of itself it leaves a backslash in front of the bracket that ends a link's words.
  const unsafe = [{ character: "\\" }];
  return toMarkdown({ type: "root", children }, { extensions: [gfmToMarkdown()], unsafe, ...signs }).replace(
    /\n+$/,
    "",
  );
}

/** Marks beside each other, or beside letters of some scripts, are none in Markdown: as HTML they always are. */
const keepTags: Handle = (state, node: Element) => {
  if (holdsBlock(node)) return state.all(node);
  return [toRaw(`<${node.tagName}>`), ...state.all(node), toRaw(`</${node.tagName}>`)];
};

const link: Handle = (state, node: Element) => {
  return holdsBlock(node) ? state.all(node) : defaultHandlers.a(state, node);
};

/** In one line: a blank one would end it. */
const keepWhole: Handle = (_state, node: Element) => toRaw(toHtml(node).replace(/\n/g, "&#10;"));

const handlers: Record<string, Handle> = {
  ...Object.fromEntries("b code del em i ins kbd strong sub sup".split(" ").map((name) => [name, keepTags])),
  a: link,
  details: keepWhole,
  dl: keepWhole,
  table: keepWhole,
};

function toRaw(value: string): Html {
  return { type: "html", value };
}
