type Size = { readonly width: number; readonly height: number };

/** What an `<img>` needs to show a picture as large as the window allows; pixels where it may be no larger than they. */
export type ZoomSources = Partial<Size> & { readonly src: string; readonly srcset?: string; readonly sizes?: string };

/**
 * The files that the page offers in the format that this browser chose, and the large one that the link leads to: a
 * phone needs no more than it has loaded already.
 */
export function toSources(link: HTMLAnchorElement, small: HTMLImageElement, window: Size): ZoomSources {
  const src = link.href;
  const width = Number(/-(\d+)\.webp$/.exec(src)?.[1]);
  if (!width) return { src };
  const ratio = Number(small.getAttribute("width")) / Number(small.getAttribute("height"));
  const size = { width, height: Math.round(width / ratio) };
  const srcset = findSourceSet(link, small);
  if (!srcset) return { ...size, src };
  const sizes = `${Math.ceil(Math.min(width, window.width, window.height * ratio))}px`;
  // In this order they are assigned: with the address first, a browser would begin to load what it does not need.
  return { ...size, sizes, srcset: `${srcset}, ${src} ${width}w`, src };
}

function findSourceSet(link: HTMLAnchorElement, { currentSrc }: HTMLImageElement): string | undefined {
  const sources = [...link.querySelectorAll("source")];
  const format = /\.(avif|webp)$/.exec(currentSrc)?.[1];
  // A picture that has not come near yet has chosen nothing: WebP is what every browser of today shows.
  const srcset = sources.find(({ type }) => type === `image/${format ?? "webp"}`)?.srcset;
  return srcset && / \d+w$/.test(srcset) ? srcset : undefined;
}
