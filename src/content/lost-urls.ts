import { toOutputPath, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { toAliasPermalink } from "./alias.ts";
import type { Blog } from "./blog.ts";
import type { Page, Post } from "./post.ts";
import { createSuccessorSearch } from "./url-successor.ts";
import type { UrlHistory } from "./url-history.ts";

/** An address that was published and answers no more, and what has most likely taken its place. */
export type LostUrl = { readonly url: Permalink; readonly line: number; readonly successor?: Post | Page };

/** `routes`: every address that the build will answer. Posts that wait for their time will answer again. */
export function findLostUrls(history: UrlHistory, blog: Blog, routes: Iterable<Permalink>): LostUrl[] {
  const waiting = blog.scheduled.flatMap(({ url, aliases }) => [
    url,
    ...aliases.flatMap((alias) => toAliasPermalink(alias) ?? []),
  ]);
  const answered = new Set([...routes, ...waiting].map(toOutputPath));
  const lost = [...history.lines].filter(([url]) => !answered.has(toOutputPath(url)));
  if (lost.length === 0) return [];
  const findSuccessor = createSuccessorSearch(blog, (url) => history.lines.has(url));
  return lost.map(([url, line]) => {
    const successor = findSuccessor(url);
    return { url, line, ...(successor && { successor }) };
  });
}

/** One error for each post that should take addresses over, and one for each address of which nobody knows. */
export function toLostUrlProblems(lost: readonly LostUrl[], { file }: UrlHistory): Problem[] {
  const heirs = new Map<Post | Page, LostUrl[]>();
  const problems: Problem[] = [];
  for (const one of lost) {
    if (!one.successor) problems.push(toUnclaimed(one, file));
    else heirs.set(one.successor, [...(heirs.get(one.successor) ?? []), one]);
  }
  return [...problems, ...[...heirs].map(([heir, own]) => toInherited(heir, own, file))];
}

function toUnclaimed({ url, line }: LostUrl, file: string): Problem {
  const message = `the address ${url} was published and is gone`;
  const remedy = `Add \`aliases: [${toYaml(url)}]\` to the post that stands in for it, or remove this line to give the address up.`;
  return { id: "url-lost", severity: "error", file, line, column: 1, message, remedy };
}

function toInherited(heir: Post | Page, own: readonly LostUrl[], file: string): Problem {
  const place = { id: "url-lost", severity: "error", file: heir.source.file, line: 1, column: 1 } as const;
  const urls = own.map(({ url }) => url);
  const gone =
    urls.length === 1
      ? `the address ${urls.join("")} was published and is gone`
      : `addresses were published and are gone (${urls.join(", ")})`;
  const lines = own.map(({ line }) => line).join(", ");
  if (urls.includes(heir.url)) {
    const remedy = `Publish it again, or remove line ${lines} of ${file} to give the address up.`;
    return { ...place, message: `${gone}: it is a draft now`, remedy };
  }
  const list = urls.map(toYaml).join(", ");
  const add = heir.aliases.length > 0 ? `Add ${list} to \`aliases\`` : `Add a line \`aliases: [${list}]\``;
  const remedy = `${add} (\`npm run check -- --fix\` does), or remove line ${lines} of ${file} to give it up.`;
  return { ...place, message: gone, remedy };
}

/** As an item of a YAML list in brackets. */
function toYaml(url: Permalink): string {
  return /^[\w/.~%+@=-]+$/.test(url) || !/[,[\]{}#&*!|>'"%@`:\s]/.test(url) ? url : JSON.stringify(url);
}
