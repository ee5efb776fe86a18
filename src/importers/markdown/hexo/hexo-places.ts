import type { SiteFolder } from "../folder/site-folder.ts";
import type { TextPlace } from "../generator.ts";

export type HexoRules = {
  /** Folder, with `/`. */
  readonly source: string;
  readonly permalink: string;
  readonly newPostName: string;
  readonly defaultCategory: string;
  readonly categoryMap: Readonly<Record<string, unknown>>;
};

const markdown = /\.(?:md|markdown|mkd|mkdn|mkdown|mdx)$/i;

/** Posts and drafts with the folders of their pictures; everything else in `source` is a page. */
export function findHexoPlaces(folder: SiteFolder, { source }: HexoRules): TextPlace[] {
  const texts = folder.files.filter((path) => path.startsWith(source) && markdown.test(path));
  const folders = new Set(folder.files.filter((path) => !markdown.test(path)).flatMap(toFolders));
  return texts.flatMap((path): TextPlace[] => {
    const below = path.slice(source.length);
    const stem = below.replace(markdown, "");
    const [, kind, rest] = /^_(posts|drafts)\/(.*)$/s.exec(stem) ?? [];
    // Beside `x.md` its pictures lie in the folder `x`, whether the setting for new posts is on or not.
    const own = `${path.replace(markdown, "")}/`;
    const hasTexts = texts.some((other) => other.startsWith(own));
    const bundle = folders.has(own) && !hasTexts ? own : undefined;
    if (rest !== undefined) return [{ path, kind: "post", stem: rest, isDraft: kind === "drafts", bundle }];
    if (below.split("/").some((step) => /^[_.]/.test(step))) return [];
    return [{ path, kind: "page", stem: stem.replace(/(?:^|\/)index$/, "") }];
  });
}

function toFolders(path: string): string[] {
  const steps = path.split("/").slice(0, -1);
  return steps.map((_, index) => `${steps.slice(0, index + 1).join("/")}/`);
}
