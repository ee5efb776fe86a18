import type { Page, Post } from "../content/post.ts";
import { createLinkResolver, type LinkOrigin, type LinkTargets } from "../content/link-resolver.ts";
import { memoise } from "../lib/memoise.ts";
import type { Permalink } from "../lib/permalink.ts";
import type { Markdown } from "../markdown/create-markdown.ts";
import type { ResolvedImage } from "../markdown/markdown-context.ts";
import type { Problem } from "../lib/problem.ts";
import type { Rendered } from "../markdown/rendered.ts";
import { createMeasure } from "./measure-image.ts";
import type { EntryImage } from "../content/page-context.ts";

/** The rendered Markdown of posts and pages, each rendered once, when it is first asked for. */
export type ContentStore = {
  readonly contentOf: (entry: Post | Page) => Rendered;
  /** The picture that front matter names, when it is there. */
  readonly imageOf: (entry: Post | Page) => EntryImage | undefined;
  /** What is wrong with the Markdown and the picture of an entry. */
  readonly problemsOf: (entry: Post | Page) => readonly Problem[];
  /** Files beside posts that what was rendered so far links to or shows. */
  readonly usedMedia: ReadonlyMap<Permalink, string>;
};

export type ContentOptions = {
  readonly markdown: Markdown;
  readonly targets: LinkTargets;
  /** Ids that the page around an entry uses. */
  readonly reservedIdsOf: (entry: Post | Page) => readonly string[];
};

export function createContentStore({ markdown, targets, reservedIdsOf }: ContentOptions): ContentStore {
  const usedMedia = new Map<Permalink, string>();
  const resolver = createLinkResolver(targets, ({ url, file }) => usedMedia.set(url, file));
  const measure = createMeasure();
  const resolveImage = (entry: Post | Page, src: string): ResolvedImage => {
    const { media, ...image } = resolver.resolveImage(toOrigin(entry), src);
    return media ? { ...image, ...measure(media.file) } : image;
  };
  const contentOf = memoise((entry: Post | Page): Rendered => {
    const origin = toOrigin(entry);
    return markdown.render(entry.source.body, {
      file: entry.source.file,
      firstLine: entry.source.bodyLine,
      language: entry.lang,
      documentId: entry.id,
      reservedIds: reservedIdsOf(entry),
      resolveLink: (target) => resolver.resolveLink(origin, target),
      resolveImage: (src) => resolveImage(entry, src),
    });
  });
  const leadImage = memoise((entry: Post | Page) => (entry.image ? resolveImage(entry, entry.image.src) : undefined));
  return {
    contentOf,
    imageOf: (entry) => toEntryImage(entry, leadImage(entry)),
    problemsOf: (entry) => [...contentOf(entry).problems, ...toImageProblems(entry, leadImage(entry))],
    usedMedia,
  };
}

function toOrigin({ kind, source, url }: Post | Page): LinkOrigin {
  return { path: `${kind}s/${source.path}`, url };
}

function toEntryImage({ image }: Post | Page, resolved: ResolvedImage | undefined): EntryImage | undefined {
  if (!image || resolved?.src === undefined) return undefined;
  const { src, width, height } = resolved;
  return { src, alt: image.alt, ...(width && { width }), ...(height && { height }) };
}

function toImageProblems({ image, source }: Post | Page, resolved: ResolvedImage | undefined): Problem[] {
  if (!image || !resolved?.warning) return [];
  return [{ ...resolved.warning, severity: "warning", file: source.file, line: image.line, column: image.column }];
}
