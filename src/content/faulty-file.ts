import { toSlug, type Slug } from "../lib/slug.ts";
import type { ResolvedEntry } from "./duplicates.ts";
import type { Page, Post } from "./post.ts";
import type { SourceFile } from "./source-file.ts";
import { toSourceName } from "./source-path.ts";

/** A file that mistakes of its own keep off the site until they are mended. */
export type FaultyFile = {
  readonly kind: "post" | "page";
  /** In the blog folder: `posts/2024/tea.md`. */
  readonly path: string;
  /** As in its front matter; where that cannot be read, as its text seems to say, else its name. */
  readonly slug: Slug;
  readonly id: string;
  /** What can be known of it all the same: its entry with what is missing or wrong in it, or how its text begins. */
  readonly read: { readonly entry: Post | Page; readonly wrong: ReadonlySet<string> } | { readonly text: string };
};

/** The files among `sources` that have no entry, or one with mistakes. */
export function findFaulty(
  kind: "post" | "page",
  sources: readonly SourceFile[],
  resolved: readonly ResolvedEntry[],
): FaultyFile[] {
  const read = new Map(resolved.map((one) => [one.parsed.source.file, one]));
  return sources.flatMap((source): FaultyFile | [] => {
    const { parsed, entry } = read.get(source.file) ?? {};
    if (parsed?.wrong.size === 0) return [];
    const path = `${kind}s/${source.path}`;
    if (parsed && entry) return { kind, path, slug: parsed.slug, id: entry.id, read: { entry, wrong: parsed.wrong } };
    const text = toBeginning(source);
    const slug = toSlug(seem(text, "slug") ?? toSourceName(path).name);
    return { kind, path, slug, id: seem(text, "id") ?? slug, read: { text } };
  });
}

const longestFrontMatter = 10_000;

/** Up to the first empty line below the first words: what seems to be front matter. */
function toBeginning({ bytes }: SourceFile): string {
  const text = new TextDecoder().decode(bytes.subarray(0, longestFrontMatter)).trimStart();
  return text.split(/\r?\n[ \t]*\r?\n/, 1).join("");
}

/** The value that a text seems to give to a key of front matter. */
function seem(text: string, key: string): string | undefined {
  return new RegExp(`^${key}[:=][ \\t]*["']?([^"'\\r\\n]+?)["']?[ \\t\\r]*$`, "m").exec(text)?.[1];
}
