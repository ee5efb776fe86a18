import { shorten } from "../../../lib/slug.ts";

/** Names of files that differ on every disk, whatever case or Unicode form it keeps. */
export type NameBook = {
  /** The path of a Markdown file in a folder, whose name says `slug`. */
  readonly claimFile: (folder: string, slug: string) => string;
};

export function createNameBook(): NameBook {
  const taken = new Set<string>();
  return {
    claimFile: (folder, slug) => {
      const name = toFileName(slug);
      let path = `${folder}/${name}.md`;
      for (let number = 2; taken.has(fold(path)); number++) path = `${folder}/${name}--${number}.md`;
      taken.add(fold(path));
      return path;
    },
  };
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|readme|index)$/i;

/**
 * A name out of which the engine makes this very slug, and that no rule of a disk or of the engine takes for something
 * else: `index` is a bundle, `_x` and `readme` are no posts, a date in front is no part of the slug. A `-` at either
 * end is not seen in the slug.
 */
export function toFileName(slug: string): string {
  const short = shorten(slug, 200);
  if (reserved.test(short)) return `${short}-`;
  return /^_|^\d{4}-\d{2}-\d{2}(?:-|$)|^readme\./i.test(short) ? `-${short}` : short;
}

function fold(path: string): string {
  return path.normalize("NFKC").toLowerCase().normalize("NFKC");
}
