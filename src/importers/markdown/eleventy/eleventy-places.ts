import type { SiteFolder } from "../folder/site-folder.ts";
import type { TextPlace } from "../generator.ts";

const markdown = /\.(?:md|markdown|mdx)$/i;
const files = /^(?:readme|license|changelog|contributing|code_of_conduct|security)(?:\.|$)/i;

/** Every Markdown file is a page; whether it is a post, its date and folder tell. */
export function findEleventyPlaces(folder: SiteFolder, input: string): TextPlace[] {
  return folder.files.flatMap((path): TextPlace[] => {
    if (!path.startsWith(input) || !markdown.test(path)) return [];
    const below = path.slice(input.length).replace(markdown, "");
    const steps = below.split("/");
    if (steps.some((step) => /^[_.]/.test(step) && !/^_(?:posts|drafts)$/.test(step))) return [];
    const isIndex = steps.at(-1) === "index";
    const own = path.slice(0, path.lastIndexOf("/") + 1);
    const isBundle = isIndex && steps.length > 1 && ownsFolder(folder, path, own);
    const skip = files.test(steps.at(-1) ?? "") ? "it is about the repository, not the blog" : undefined;
    const stem = below.replace(/(?:^|\/)index$/, "");
    const isDraft = steps.includes("_drafts") || steps.includes("drafts");
    return [{ path, kind: "post", stem, isDraft, skip, bundle: isBundle ? own : undefined }];
  });
}

function ownsFolder(folder: SiteFolder, path: string, own: string): boolean {
  return !folder.files.some((other) => other !== path && other.startsWith(own) && markdown.test(other));
}
