import type { Page, Post } from "../content/post.ts";
import { createLinkResolver, type LinkOrigin, type LinkTargets } from "../content/link-resolver.ts";
import type { Permalink } from "../lib/permalink.ts";
import type { Markdown } from "../markdown/create-markdown.ts";
import type { Labels } from "../markdown/labels.ts";
import type { ImageUse, ResolvedImage } from "../markdown/markdown-context.ts";
import type { Problem } from "../lib/problem.ts";
import type { Rendered } from "../markdown/rendered.ts";
import { show } from "../lib/show.ts";
import type { EntryImage, EntryImageUse, PageContext } from "../content/page-context.ts";
import type { ImageStore } from "./image-store.ts";
import { createMeasure } from "./measure-image.ts";
import type { ShownImage } from "./show-image.ts";

/** The rendered Markdown of posts and pages, each rendered when it is first asked for. */
export type ContentStore = {
  readonly contentOf: (entry: Post | Page) => Rendered;
  /** The picture that front matter names, when it is there. */
  readonly imageOf: PageContext["imageOf"];
  /** What is wrong with the Markdown and the picture of an entry. */
  readonly problemsOf: (entry: Post | Page) => readonly Problem[];
  /** Files beside posts that what was rendered so far links to or shows. */
  readonly usedMedia: ReadonlyMap<Permalink, string>;
  /** Waits for what nobody knows yet of pictures; the texts that show them are rendered once more. */
  readonly settle: () => Promise<void>;
};

export type ContentOptions = {
  readonly markdown: Markdown;
  readonly images: Pick<ImageStore, "show" | "looked">;
  readonly targets: LinkTargets;
  readonly labelsOf: (lang: string) => Labels;
  /** Ids that the page around an entry uses. */
  readonly reservedIdsOf: (entry: Post | Page) => readonly string[];
};

export function createContentStore({
  markdown,
  images,
  targets,
  labelsOf,
  reservedIdsOf,
}: ContentOptions): ContentStore {
  const usedMedia = new Map<Permalink, string>();
  const resolver = createLinkResolver(targets, ({ url, file }) => usedMedia.set(url, file));
  const rendered = new Map<Post | Page, Rendered>();
  const unsettled = new Set<Post | Page>();
  const measure = createMeasure();

  const resolveImage = (entry: Post | Page, src: string, use: ImageUse): ResolvedImage => {
    const { media, isPublic = false, ...found } = resolver.resolveImage(toOrigin(entry), src);
    if (!media) return found;
    const shown = use === "itself" ? { isItself: true, ...measure(media.file) } : images.show(media, use);
    if (!shown) unsettled.add(entry);
    if (shown?.isItself && !isPublic) usedMedia.set(media.url, media.file);
    return { ...found, ...(shown && toResolved(shown, src)) };
  };
  const render = (entry: Post | Page): Rendered =>
    markdown.render(entry.source.body, {
      file: entry.source.file,
      firstLine: entry.source.bodyLine,
      language: entry.lang,
      labels: labelsOf(entry.lang),
      documentId: entry.id,
      reservedIds: reservedIdsOf(entry),
      resolveLink: (target) => resolver.resolveLink(toOrigin(entry), target),
      resolveImage: (src, use) => resolveImage(entry, src, use),
    });
  const contentOf = (entry: Post | Page): Rendered => {
    const content = rendered.get(entry) ?? render(entry);
    rendered.set(entry, content);
    return content;
  };
  const ownImage = (entry: Post | Page, kind: EntryImageUse = "shared") =>
    entry.image && resolveImage(entry, entry.image.src, { kind });
  return {
    contentOf,
    imageOf: (entry, use) => toEntryImage(entry, ownImage(entry, use)),
    problemsOf: (entry) => [...contentOf(entry).problems, ...toImageProblems(entry, ownImage(entry))],
    usedMedia,
    settle: async () => {
      await images.looked();
      for (const entry of unsettled) rendered.delete(entry);
      unsettled.clear();
    },
  };
}

function toResolved(image: Partial<ShownImage>, src: string): ResolvedImage {
  const { isItself: _, fault, ...shown } = image;
  return { ...shown, ...(fault && { warning: faults[fault](src) }) };
}

const faults = {
  damaged: (src: string) => ({
    id: "image-damaged",
    message: `the file is no picture, or a damaged one, and is published as it is (found ${show(src)})`,
    remedy: "Save it anew as JPEG, PNG, WebP, AVIF or GIF.",
  }),
  "too-large": (src: string) => ({
    id: "image-too-large",
    message: `the picture has too many pixels to be scaled and is published as it is (found ${show(src)})`,
    remedy: "Make it smaller: a page shows no more than 2000 pixels side by side.",
  }),
};

function toOrigin({ kind, source, url }: Post | Page): LinkOrigin {
  return { path: `${kind}s/${source.path}`, url };
}

function toEntryImage({ image }: Post | Page, resolved: ResolvedImage | undefined): EntryImage | undefined {
  if (!image || resolved?.src === undefined) return undefined;
  const { src, width, height, sources = [], sizes } = resolved;
  return { src, alt: image.alt, ...(width && { width }), ...(height && { height }), sources, ...(sizes && { sizes }) };
}

function toImageProblems({ image, source }: Post | Page, resolved: ResolvedImage | undefined): Problem[] {
  if (!image || !resolved?.warning) return [];
  return [{ ...resolved.warning, severity: "warning", file: source.file, line: image.line, column: image.column }];
}
