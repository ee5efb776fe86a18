import type { ImagePlace } from "../content/image-place.ts";
import type { Media } from "../content/link-resolver.ts";
import { planPicture, toFileName, type Derivative, type Raster } from "../content/picture-plan.ts";
import { asPermalink, href, type BaseUrl } from "../lib/permalink.ts";
import type { ResolvedImage } from "../markdown/markdown-context.ts";
import type { ImageFacts } from "./image-facts.ts";

/** A file as a page shows it. */
export type ShownImage = Omit<ResolvedImage, "warning" | "remote"> & {
  readonly src: string;
  /** By its own address, at which it must be published. */
  readonly isItself: boolean;
  readonly fault?: "damaged" | "too-large";
};

/** Undefined: not known yet, ask again. */
export type ShowImage = (media: Media, place: ImagePlace) => ShownImage | undefined;

/** What stands in a page for a file, and what has to be made for it. */
export type Presentation = { readonly shown: ShownImage; readonly files: readonly NamedDerivative[] };

/** `name` is that of its file in `/media/`. */
export type NamedDerivative = Derivative & { readonly name: string };

export type Looked = { readonly hash: string; readonly facts: ImageFacts };

export function presentImage(looked: Looked, media: Media, place: ImagePlace, base: BaseUrl): Presentation {
  const { hash, facts } = looked;
  switch (facts.kind) {
    case "raster":
      return presentRaster(hash, facts, place, base);
    case "moving":
      return presentMoving(hash, facts, media, place, base);
    case "vector":
      return { shown: showItself(href(base, media.url), facts, place), files: [] };
    case "unusable":
      return { shown: { src: href(base, media.url), isItself: true, fault: facts.reason }, files: [] };
  }
}

type Size = { readonly width?: number | undefined; readonly height?: number | undefined };

/** A file that is shown as it is. */
export function showItself(src: string, { width, height }: Size, place: ImagePlace): ShownImage {
  const size = { ...(width && { width }), ...(height && { height }) };
  return { src, ...size, isItself: true, ...(isWorthEnlarging(width, place) && { large: src }) };
}

function presentRaster(hash: string, facts: Raster, place: ImagePlace, base: BaseUrl): Presentation {
  const { sources, sizes, fallback, large } = planPicture(facts, place);
  const toNamed = (file: Derivative) => ({ ...file, name: toFileName(hash, file) });
  const toAddress = (file: Derivative) => toMediaHref(base, toNamed(file));
  const toCandidate = (file: Derivative) => toAddress(file) + (sizes === undefined ? "" : ` ${file.width}w`);
  const enlarges = isWorthEnlarging(facts.width, place);
  const shown = {
    src: toAddress(fallback),
    width: fallback.width,
    height: fallback.height,
    sources: sources.map(({ type, files }) => ({ type, srcset: files.map(toCandidate).join(", ") })),
    ...(sizes !== undefined && { sizes }),
    ...(enlarges && { large: toAddress(large) }),
    isItself: false,
  };
  return {
    shown,
    files: [...sources.flatMap(({ files }) => files), fallback, ...(enlarges ? [large] : [])].map(toNamed),
  };
}

type Moving = Extract<ImageFacts, { readonly kind: "moving" }>;

/** As it is; before it, the smaller WebP, which moves as well. */
function presentMoving(hash: string, facts: Moving, media: Media, place: ImagePlace, base: BaseUrl): Presentation {
  const shown = showItself(href(base, media.url), facts, place);
  if (!facts.hasWebp) return { shown, files: [] };
  const file = { format: "webp", width: facts.width, height: facts.height } as const;
  const webp = { ...file, name: toFileName(hash, file) };
  return { shown: { ...shown, sources: [{ type: "image/webp", srcset: toMediaHref(base, webp) }] }, files: [webp] };
}

function toMediaHref(base: BaseUrl, { name }: NamedDerivative): string {
  return href(base, asPermalink(`/media/${name}`));
}

/** In a gallery all are cut to one shape; elsewhere a small one is seen whole already. */
function isWorthEnlarging(width: number | undefined, { kind }: ImagePlace): boolean {
  return kind === "cell" || (kind === "column" && width !== undefined && width >= 400);
}
