import type { SiteFolder } from "../folder/site-folder.ts";
import type { TextPlace } from "../generator.ts";
import type { HugoConfig } from "./hugo-config.ts";

const text = /\.(?:md|markdown|mdown|mdx)$/i;
const foreign = /\.(?:org|adoc|asciidoc|ad|rst|pandoc|pdc|html|htm)$/i;

/** Leaf bundles (`index.md`) own their folder; sections and branches (`_index.md`) are lists. */
export function findHugoPlaces(folder: SiteFolder, config: HugoConfig): TextPlace[] {
  const files = folder.files.filter((path) => path.startsWith(config.content));
  const bundles = files.filter((path) => /\/index(?:\.[\w-]+)?\.(?:md|markdown|mdown|mdx)$/i.test(path)).map(toFolder);
  const isInside = (path: string): boolean => bundles.some((bundle) => path.startsWith(bundle));
  return files.flatMap((path): TextPlace[] => {
    if (!text.test(path) && (!foreign.test(path) || isInside(path))) return [];
    const { stem: full, lang } = toStem(path, config);
    const name = full.split("/").at(-1);
    const base = { path, lang, stem: full.replace(/(?:^|\/)_?index$/, "") };
    if (!text.test(path)) {
      const skip = "it is not written in Markdown: convert it first (pandoc does), and import once more";
      return [{ ...base, kind: "post", skip }];
    }
    if (name === "_index") return [{ ...base, kind: "section" }];
    if (name === "index") return [{ ...base, kind: "post", bundle: toFolder(path) }];
    if (!isInside(path)) return [{ ...base, kind: "post" }];
    return [{ ...base, kind: "post", skip: "it belongs to the bundle that it lies in, and Hugo made no page of it" }];
  });
}

/** The language is the end of the name, or the first folder. */
function toStem(path: string, { content, languages }: HugoConfig) {
  const stem = path.slice(content.length).replace(/\.[^./]+$/, "");
  const ending = languages.find((code) => stem.endsWith(`.${code}`));
  if (ending !== undefined) return { stem: stem.slice(0, -ending.length - 1), lang: ending };
  const first = languages.find((code) => stem.startsWith(`${code}/`));
  return first === undefined ? { stem, lang: undefined } : { stem: stem.slice(first.length + 1), lang: first };
}

function toFolder(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
