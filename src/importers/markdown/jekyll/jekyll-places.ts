import type { SiteFolder } from "../folder/site-folder.ts";
import type { TextPlace } from "../generator.ts";
import type { JekyllConfig } from "./jekyll-config.ts";

const markdown = /\.(?:md|markdown|mkdown|mkdn|mkd|mdx)$/i;
const page = /\.html?$/i;
const dated = /^(?<date>\d{2,4}-\d{1,2}-\d{1,2})-(?<name>.+)$/;
const files = /^(?:readme|license|licence|changelog|contributing|code_of_conduct|security|copying)(?:\.|$)/i;

const template = "it is an HTML template: look at what it shows, and write it anew if you need it";

/** Which files are posts, drafts and pages, by Jekyll's rules. */
export function findJekyllPlaces(folder: SiteFolder, config: JekyllConfig): TextPlace[] {
  return folder.files.flatMap((path) => {
    if (!path.startsWith(config.source)) return [];
    const below = path.slice(config.source.length);
    const isText = markdown.test(below);
    if (!isText && !page.test(below)) return [];
    const place = toPlace(path, below, config);
    if (!place || isText) return place ?? [];
    const isPost = place.kind === "post";
    return {
      ...place,
      skip: isPost ? "it is written in HTML: convert it first (pandoc does), and import once more" : template,
    };
  });
}

function toPlace(path: string, below: string, config: JekyllConfig): TextPlace | undefined {
  const steps = below.split("/");
  const name = (steps.at(-1) ?? "").replace(/\.[^.]+$/, "");
  const at = steps.findIndex((step) => step === "_posts" || step === "_drafts");
  if (at >= 0) return toPost(path, { steps, at, name });
  const [first = ""] = steps;
  const collection = first.startsWith("_") ? config.collections.get(first.slice(1)) : undefined;
  const stem = below.replace(/\.[^.]+$/, "");
  if (collection) {
    const skip = collection.isPublished ? undefined : `the collection ${first} has no pages of its own`;
    return { path, kind: "page", stem: stem.slice(1).replace(/(?:^|\/)index$/, ""), skip };
  }
  if (steps.some((step) => /^[_.]/.test(step))) return undefined;
  if (config.exclude.some((excluded) => below === excluded || below.startsWith(`${excluded}/`))) return undefined;
  const skip = files.test(steps.at(-1) ?? "") ? "it is about the repository, not the blog" : undefined;
  return { path, kind: "page", stem: stem.replace(/(?:^|\/)index$/, ""), skip };
}

type PostSteps = { readonly steps: readonly string[]; readonly at: number; readonly name: string };

function toPost(path: string, { steps, at, name }: PostSteps): TextPlace {
  const isDraft = steps[at] === "_drafts";
  const categories = steps.slice(0, at);
  const place: TextPlace = { path, kind: "post", stem: name, categories };
  return isDraft || !dated.test(name) ? { ...place, isDraft: true } : place;
}

/** The file's name without its date, as Jekyll makes titles and addresses of it. */
export function toPostName(stem: string): string {
  return dated.exec(stem)?.groups?.name ?? stem;
}
