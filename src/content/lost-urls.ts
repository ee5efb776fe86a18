import { toOutputPath, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { toAliasPermalink } from "./alias.ts";
import type { Blog } from "./blog.ts";
import type { FieldPlaces } from "./field-places.ts";
import type { Page, Post } from "./post.ts";
import type { UrlHistory } from "./url-history.ts";
import { createSuccessorSearch, type Successor } from "./url-successor.ts";

/** An address that was published and answers no more, and what has most likely taken its place. */
export type LostUrl = {
  readonly url: Permalink;
  readonly line: number;
  /** The post or page that had it, and is a draft now. */
  readonly draft?: Post | Page;
  readonly successor?: Successor;
  /** The id that the renamed post had, and no other has now: its comments and its feed entry hang on it. */
  readonly formerId?: string;
};

export type LostUrlSearch = {
  readonly history: UrlHistory;
  readonly blog: Blog;
  /** Every address that the build will answer. */
  readonly routes: Iterable<Permalink>;
  readonly draftPages: readonly Page[];
  /** Of what has mistakes of its own, nobody can say that it is gone. */
  readonly isOpen: (address: string) => boolean;
};

/** Posts that wait for their time will answer again. */
export function findLostUrls({ history, blog, routes, draftPages, isOpen }: LostUrlSearch): LostUrl[] {
  const waiting = blog.scheduled.flatMap(({ url, aliases }) => [
    url,
    ...aliases.flatMap((alias) => toAliasPermalink(alias) ?? []),
  ]);
  const answered = new Set([...routes, ...waiting].map(toOutputPath));
  const lost = [...history.lines].filter(([url]) => !answered.has(toOutputPath(url)) && !isOpen(url));
  if (lost.length === 0) return [];
  const drafts = new Map([...blog.drafts, ...draftPages].map((entry) => [toOutputPath(entry.url), entry]));
  const toFormerId = createFormerIds(blog);
  const findSuccessor = createSuccessorSearch(blog, (url) => history.lines.has(url), lost.length);
  return lost.map(([url, line]) => {
    const draft = drafts.get(toOutputPath(url));
    const successor = draft ? undefined : findSuccessor(url);
    const formerId = successor && !successor.isSure ? toFormerId(url, successor.entry) : undefined;
    return { url, line, ...(draft && { draft }), ...(successor && { successor }), ...(formerId && { formerId }) };
  });
}

/** The slug in an address of a post, where the post has given itself no id and nobody else has that one. */
function createFormerIds({ site, posts, scheduled, drafts, pages }: Blog) {
  const taken = new Set<string>([...posts, ...scheduled, ...drafts, ...pages].map(({ id }) => id));
  const forms: Readonly<Record<string, string>> = {
    ":slug": "(?<slug>[^/]+)",
    ":category": ".+",
    ":year": "\\d{4}",
    ":month": "\\d{2}",
    ":day": "\\d{2}",
  };
  const parts = site.permalink
    .split(/(:(?:slug|category|year|month|day))/)
    .map((part) => forms[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join("")}$`);
  return (url: Permalink, entry: Post | Page): string | undefined => {
    const slug = pattern.exec(url)?.groups?.slug;
    const isRenamed = entry.kind === "post" && entry.id === entry.slug && slug !== undefined && !taken.has(slug);
    return isRenamed ? slug : undefined;
  };
}

/** One error for each post that should take addresses over, and one for each address of which nobody knows. */
export function toLostUrlProblems(lost: readonly LostUrl[], { file }: UrlHistory, placeOf: FieldPlaces): Problem[] {
  const heirs = new Map<Post | Page, LostUrl[]>();
  const problems: Problem[] = [];
  for (const one of lost) {
    const heir = one.successor?.entry;
    if (one.draft) problems.push(toHidden(one, one.draft, { file, placeOf }));
    else if (heir) heirs.set(heir, [...(heirs.get(heir) ?? []), one]);
    else problems.push(toUnclaimed(one, file));
  }
  return [...problems, ...[...heirs].map(([heir, own]) => toInherited(heir, own, { file, placeOf }))];
}

type Places = { readonly file: string; readonly placeOf: FieldPlaces };

function toHidden({ url, line }: LostUrl, { source }: Post | Page, { file, placeOf }: Places): Problem {
  const message = `the address ${url} was published and is gone: it is a draft now`;
  const remedy = `Publish it again, or remove line ${line} of ${file} to give the address up.`;
  return { id: "url-lost", severity: "error", file: source.file, ...placeOf(source, "draft"), message, remedy };
}

function toUnclaimed({ url, line }: LostUrl, file: string): Problem {
  const message = `the address ${url} was published and is gone`;
  const remedy = `Add \`aliases: [${toYamlItem(url)}]\` to the post that stands in for it, or a line to \`_data/redirects.json\`; or remove this line to give the address up.`;
  return { id: "url-lost", severity: "error", file, line, column: 1, message, remedy };
}

function toInherited({ source, aliases }: Post | Page, own: readonly LostUrl[], { file, placeOf }: Places): Problem {
  const urls = own.map(({ url }) => url);
  const message =
    urls.length === 1
      ? `the address ${urls.join("")} was published and is gone`
      : `addresses were published and are gone (${urls.join(", ")})`;
  const list = urls.map(toYamlItem).join(", ");
  const add = aliases.length > 0 ? `Add ${list} to \`aliases\`` : `Add a line \`aliases: [${list}]\``;
  const sure = own.filter(({ successor }) => successor?.isSure).map(({ url }) => url);
  const doer = sure.length === urls.length ? " (`npm run check -- --fix` does)" : ", if this has taken its place";
  const lines = own.map(({ line }) => line).join(", ");
  const [former] = own.length === 1 ? own.flatMap(({ formerId }) => formerId ?? []) : [];
  const keep = former === undefined ? "" : ` With \`id: ${former}\` it keeps its comments and its entry in feeds.`;
  const remedy = `${add}${doer}, or remove line ${lines} of ${file} to give it up.${keep}`;
  const problem = { id: "url-lost", severity: "error", file: source.file, message, remedy } as const;
  const fix = { kind: "add", key: "aliases", values: sure } as const;
  return { ...problem, ...placeOf(source, "aliases"), ...(sure.length > 0 && { fix }) };
}

/** As an item of a YAML list in brackets. */
function toYamlItem(url: Permalink): string {
  return /^[\w/.~%+@=-]+$/.test(url) || !/[,[\]{}#&*!|>'"%@`:\s]/.test(url) ? url : JSON.stringify(url);
}
