import type { Page, Post } from "../content/post.ts";
import type { Problem } from "../lib/problem.ts";
import type { Rendered } from "../markdown/rendered.ts";

/** Headings that leave a level out: who listens to a page jumps from heading to heading by level. */
export function checkHeadings({ source }: Post | Page, { headings }: Rendered): Problem[] {
  return headings.flatMap(({ level, text, line }, index) => {
    // The page's title is the first level.
    const above = headings[index - 1]?.level ?? 1;
    if (level <= above + 1) return [];
    const message = `the heading "${text}" leaves a level out (${above} to ${level})`;
    const remedy = `Write it with one \`#\` ${level - above === 2 ? "less" : "after the other"}.`;
    return { id: "heading-skip", severity: "warning", file: source.file, line, column: 1, message, remedy };
  });
}
