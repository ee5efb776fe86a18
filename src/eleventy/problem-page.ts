import { formatProblem, isError, type Problem } from "../lib/problem.ts";
import { escapeHtml } from "../lib/safe-html.ts";

/** What the browser shows in development while the blog has errors; it reloads when they are mended. */
export function toProblemPage(problems: readonly Problem[]): string {
  const errors = problems.filter(isError);
  const warnings = problems.filter((problem) => !isError(problem));
  const title = errors.length === 1 ? "1 error stops the blog" : `${errors.length} errors stop the blog`;
  return toPage(title, toList(errors) + (warnings.length > 0 ? `<h2>Warnings</h2>${toList(warnings)}` : ""));
}

/** A fault in the engine or in a component, with its stack. */
export function toFaultPage(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return toPage("The page cannot be rendered", `<pre>${escapeHtml(text)}</pre>`);
}

function toList(problems: readonly Problem[]): string {
  return `<ol>${problems.map((problem) => `<li><code>${escapeHtml(formatProblem(problem))}</code></li>`).join("")}</ol>`;
}

// Only in development, where no policy forbids the style element.
const style = `
  body { margin: 0; padding: 2rem clamp(1rem, 5vw, 4rem); font: 1rem/1.6 system-ui, sans-serif; background: #faf5ea; color: #2a211b }
  h1 { color: #8a3b1e } li { margin-block: .75rem } code, pre { font: .95rem/1.6 ui-monospace, monospace; white-space: pre-wrap }
  @media (prefers-color-scheme: dark) { body { background: #1a1410; color: #efe6d8 } h1 { color: #e39a6f } }
`;

function toPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1>${body}<p>This page follows your edits.</p></body>
</html>
`;
}
