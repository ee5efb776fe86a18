/** What a file's path says about the post or page in it. */
export type SourceName = {
  /** File or bundle name without extension and date: what the slug is made of. */
  readonly name: string;
  /** `YYYY-MM-DD` in front of the name. */
  readonly date?: string;
};

const markdown = /\.(?:md|markdown)$/i;
const index = /^index\.(?:md|markdown)$/i;

/**
 * Which of the paths below `posts/` or `pages/` are posts or pages: Markdown, but no name with `_` or `.` in front and
 * no README. Beside the `index.md` of a post lies what belongs to it; beside that of a page, other pages may lie.
 */
export function selectSources(paths: readonly string[], kind: "posts" | "pages"): string[] {
  const candidates = paths.filter((path) => markdown.test(path) && !path.split("/").some(isPrivate));
  if (kind === "pages") return candidates;
  const bundles = new Set(candidates.filter((path) => path.includes("/") && index.test(baseName(path))).map(folder));
  return candidates.filter((path) => !isInsideBundle(path, bundles));
}

export function toSourceName(path: string): SourceName {
  const name = baseName(toSourceKey(path));
  const dated = /^(?<date>\d{4}-\d{2}-\d{2})(?:-(?<rest>.+))?$/.exec(name)?.groups;
  if (!dated?.date) return { name };
  return { name: dated.rest ?? name, date: dated.date };
}

/** What `a.md`, `a.markdown` and `a/index.md` have in common: `a`. */
export function toSourceKey(path: string): string {
  return index.test(baseName(path)) && path.includes("/") ? folder(path) : path.replace(markdown, "");
}

function isPrivate(segment: string): boolean {
  return /^[_.]/.test(segment) || /^readme(?:\.|$)/i.test(segment);
}

function isInsideBundle(path: string, bundles: ReadonlySet<string>): boolean {
  const own = folder(path);
  const parents = own.split("/").map((_, depth, all) => all.slice(0, depth + 1).join("/"));
  return parents.some((parent) => bundles.has(parent) && !(parent === own && index.test(baseName(path))));
}

function folder(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
