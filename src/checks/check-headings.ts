import type { Page, Post } from "../content/post.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import type { Heading, Rendered } from "../markdown/rendered.ts";

/**
 * Headings that leave a level out: who listens to a page jumps from heading to heading by level. The author's own HTML
 * counts, but only headings of Markdown are told of, whose lines are known.
 */
export function checkHeadings({ source }: Post | Page, { html, headings }: Rendered): Problem[] {
  if (headings.length === 0) return [];
  const written = new Map(headings.map((heading) => [heading.id, heading]));
  const lines = source.body.split("\n");
  // The page's title is the first level.
  let above = 1;
  return [...html.matchAll(/<h([1-6])(?:\s+id="([^"]*)")?/g)].flatMap(([, digit, id = ""]) => {
    const level = Number(digit);
    const skipped = level - above - 1;
    above = level;
    const heading = written.get(id);
    if (skipped <= 0 || !heading) return [];
    const { text, line } = heading;
    const marks = /#{1,6}/.exec(lines[line - source.bodyLine] ?? "");
    const message = `the heading leaves a level out (found ${show(marks ? `${marks[0]} ${text}` : text)})`;
    const cause = marks?.[0] === "##" ? findTop(headings, lines, source.bodyLine) : undefined;
    const remedy = cause
      ? `Write the \`#\` of line ${cause.line} with \`##\`: the page's title is above it, so that it moves all others down.`
      : marks
        ? `Write it with \`${marks[0].slice(skipped)}\`, or a heading of the level between above it.`
        : "Write it one level higher.";
    const place = { file: source.file, line, column: (marks?.index ?? 0) + 1 };
    return { id: "heading-skip", severity: "warning", ...place, message, remedy };
  });
}

/** A heading written with a single `#`: it is shown one level below the page's title, and all others a level further. */
function findTop(headings: Rendered["headings"], lines: readonly string[], bodyLine: number): Heading | undefined {
  return headings.find(({ level, line }) => level === 2 && /^ {0,3}#(?!#)/.test(lines[line - bodyLine] ?? ""));
}
