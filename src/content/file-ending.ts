import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { suggest } from "../lib/suggest.ts";

/** What editors and other engines call Markdown, or text that could be; `mdd` and the like are slips. */
const texts: ReadonlySet<string> = new Set(
  "txt text mdown mkdown mkd mkdn mdwn mdtxt mdtext mdx mmd rmd qmd mdd dm nd".split(" "),
);

/**
 * Texts below `posts/` or `pages/` that nobody reads, because of how their names end; `paths` are all files there. Beside
 * the `index.md` of a folder lies what belongs to it.
 */
export function findTexts(paths: readonly string[]): string[] {
  const bundles = new Set(paths.filter((path) => /\/index\.(?:md|markdown)$/i.test(path)).map(toFolder));
  return paths.filter((path) => {
    const parts = path.split("/");
    if (parts.some((part) => /^(?:[_.]|readme(?:\.|$))/i.test(part)) || !isText(toEnding(path))) return false;
    return !parts.some((_, depth) => bundles.has(parts.slice(0, depth).join("/")));
  });
}

function isText(ending: string): boolean {
  return (
    texts.has(ending) || (ending.length > 5 && ending !== "markdown" && suggest(ending, ["markdown"]) !== undefined)
  );
}

/** Told at the file: it is not read. */
export function toEndingProblem(file: string): Problem {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const message = `the file is no post or page: its name ends in neither .md nor .markdown (found ${show(name)})`;
  const remedy = `Call it \`${name.slice(0, name.lastIndexOf("."))}.md\`, begin its name with \`_\`, or link to it from a post.`;
  return { id: "file-ending", severity: "warning", file, line: 1, column: 1, message, remedy };
}

function toEnding(path: string): string {
  return (/\.([^./]+)$/.exec(path)?.[1] ?? "").toLowerCase();
}

function toFolder(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
