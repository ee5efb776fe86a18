import { createDiagramDrawer } from "../../src/markdown/diagrams/diagram-drawer.ts";
import { toStrings } from "../../_includes/strings/to-strings.ts";
import { createHighlighter } from "../../src/markdown/highlighter.ts";
import { createMarkdown, type Markdown, type MarkdownTools } from "../../src/markdown/create-markdown.ts";
import type { ImagePlace } from "../../src/content/image-place.ts";
import type { ImageUse, MarkdownContext, ResolvedImage, ResolvedLink } from "../../src/markdown/markdown-context.ts";
import type { Rendered } from "../../src/markdown/rendered.ts";

const languages = ["ts", "js", "html", "diff", "ruby", "python", "css", "json", "yaml", "sh", "md"];

let markdown: Promise<Markdown> | undefined;

/** One parser for the whole test run, as in a build. */
function loadMarkdown(): Promise<Markdown> {
  markdown ??= createTools().then(createMarkdown);
  return markdown;
}

async function createTools(): Promise<MarkdownTools> {
  return { highlighter: await createHighlighter(languages), drawer: await createDiagramDrawer() };
}

/** A post in a blog where `gone…` leads nowhere, images are 800 × 600, `x.md` is the post `/posts/x/`, and only
 * images whose name begins with `photo` come in several formats and may be enlarged. */
export function toContext(changes: Partial<MarkdownContext> = {}): MarkdownContext {
  return {
    file: "posts/hello.md",
    firstLine: 1,
    language: "en",
    labels: toStrings(changes.language ?? "en").markdown,
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

function resolveImage(src: string, use: ImageUse): ResolvedImage {
  if (src.startsWith("gone")) return { warning: { id: "image-missing", message: "gone", remedy: "Add it." } };
  if (src.startsWith("https://listed.example/")) return { src };
  if (/^https?:/.test(src)) {
    return { remote: src, warning: { id: "image-remote", message: "elsewhere", remedy: "Copy it." } };
  }
  if (!src.startsWith("photo") || use === "itself") return { src, width: 800, height: 600 };
  const sources = ["avif", "webp"].map((format) => {
    return { type: `image/${format}`, srcset: `/m/1.${format} 720w, /m/2.${format} 1280w` };
  });
  return { src: "/m/2.jpg", width: 1280, height: 960, sources, sizes: toPlaceName(use), large: "/m/3.webp" };
}

/** In place of real sizes, which are looked at elsewhere. */
function toPlaceName(place: ImagePlace): string {
  if (place.kind === "column") return place.width === undefined ? "column" : `column ${place.width}`;
  return place.kind === "cell" ? `cell ${place.columns}${place.isWide ? " wide" : ""}` : place.kind;
}
