import { createHighlighter } from "../../src/markdown/highlighter.ts";
import { createMarkdown, type Markdown } from "../../src/markdown/create-markdown.ts";
import type { MarkdownContext, ResolvedImage, ResolvedLink } from "../../src/markdown/markdown-context.ts";
import type { Rendered } from "../../src/markdown/rendered.ts";

const languages = ["ts", "js", "html", "diff", "ruby", "python", "css", "json", "yaml", "sh", "md"];

let markdown: Promise<Markdown> | undefined;

/** One parser for the whole test run, as in a build. */
function loadMarkdown(): Promise<Markdown> {
  markdown ??= createHighlighter(languages).then((highlighter) => createMarkdown({ highlighter }));
  return markdown;
}

/** A post in a blog where `gone…` leads nowhere, images are 800 × 600, and `x.md` is the post `/posts/x/`. */
export function toContext(changes: Partial<MarkdownContext> = {}): MarkdownContext {
  return {
    file: "posts/hello.md",
    firstLine: 1,
    language: "en",
    documentId: "hello",
    reservedIds: ["comments"],
    resolveLink,
    resolveImage,
    ...changes,
  };
}

export async function render(text: string, changes: Partial<MarkdownContext> = {}): Promise<Rendered> {
  return (await loadMarkdown()).render(text, toContext(changes));
}

/** `id@line:column` of each problem. */
export function toPlaces({ problems }: Rendered): string[] {
  return problems.map(({ id, line, column }) => `${id}@${line}:${column}`);
}

function resolveLink(href: string): ResolvedLink {
  if (/^[a-z]+:/i.test(href)) return { href, external: /^https?:/i.test(href) };
  if (href.startsWith("gone")) {
    return { href, external: false, warning: { id: "link-missing", message: "gone", remedy: "Fix it." } };
  }
  return { href: href.replace(/^([^/#]+)\.md/, "/posts/$1/"), external: false };
}

function resolveImage(src: string): ResolvedImage {
  if (src.startsWith("gone")) return { warning: { id: "image-missing", message: "gone", remedy: "Add it." } };
  return { src, width: 800, height: 600 };
}
