import type { EntryImage } from "../../src/content/page-context.ts";

type LeadPictureProps = { image: EntryImage };

/** The largest thing on the front page, so it is asked for first. */
export function LeadPicture({ image: { sources, sizes, ...image } }: LeadPictureProps) {
  return (
    <picture>
      {sources.map((source) => (
        <source {...source} sizes={sizes} />
      ))}
      <img class="u-photo" {...image} fetchpriority="high" />
    </picture>
  );
}
