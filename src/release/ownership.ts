/**
 * - `owner`: never read, written or removed by an update.
 * - `engine`: replaced; changes of the owner's stop the update.
 * - `either`: replaced until the owner has changed or removed it, and the owner's from then on.
 * - `merged`: the release's and the owner's keys together.
 * - `lock`: replaced whatever it holds; `npm install` adds what the owner has besides.
 * - `made`: made by programs, part of no release.
 */
export type Ownership = "owner" | "engine" | "either" | "merged" | "lock" | "made";

/**
 * Whose the files of a blog's repository are ("The blog folder" of FORMATS.md): the first row that fits. What fits none
 * is the engine's where a release knows the file, and the owner's where none does.
 */
const table: readonly (readonly [RegExp, Ownership])[] = [
  // In a worktree `.git` is a file.
  [/^\.git$|^(\.git|\.klatsch|\.cache|\.emulator|node_modules|coverage|_site(\..*)?)\//, "made"],
  [/^(posts|comments|public|overrides|_data|\.import)\//, "owner"],
  // Code in `pages/` makes kinds of pages; Markdown, and the media beside it, is what somebody wrote.
  [/^pages\/(?!.*\.tsx?$)/, "owner"],
  [/^_includes\/styles\/theme\.css$/, "owner"],
  [/^(urls\.txt|giscus\.json|CNAME)$/, "owner"],
  [/^package\.json$/, "merged"],
  [/^package-lock\.json$/, "lock"],
  // What presents a repository, and which everybody words or removes as they like.
  [/^([^/]+\.md|LICENSE|\.gitignore|\.gitattributes|\.editorconfig)$/, "either"],
  [/^\.github\/(?!workflows\/|actions\/)/, "either"],
];

/** `path` is relative to the repository, with `/`. */
export function ownershipOf(path: string): Ownership {
  return table.find(([pattern]) => pattern.test(path))?.[1] ?? "engine";
}

/** Whether a release may bring the file to a blog; `made` and the owner's it never does. */
export function isOfRelease(path: string): boolean {
  return isInside(path) && !["owner", "made"].includes(ownershipOf(path));
}

/** A repository is somebody else's text: its paths must not lead out of the folder or into git's own. */
function isInside(path: string): boolean {
  const isPlain = (name: string): boolean =>
    name !== "" && name !== "." && name !== ".." && !/^\.git$|[\\:\p{Cc}]/iu.test(name);
  return path.split("/").every(isPlain);
}
