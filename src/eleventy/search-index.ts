import { createHash } from "node:crypto";
import { z } from "zod";
import { voicesOf } from "../comments/latest-comments.ts";
import type { PageContext } from "../content/page-context.ts";
import { toCacheKey, type OpenCache } from "../files/cache.ts";
import { packFiles, unpackFiles, type Files } from "../files/packed-files.ts";
import { readIfThere } from "../files/read-folder.ts";
import type { Problem } from "../lib/problem.ts";
import { toFacets } from "../search/facets.ts";
import type { SearchRecord } from "../search/search-record.ts";
import { toSearchRecords, type SearchSources } from "../search/to-search-records.ts";
import { enginePath } from "./engine.ts";
import { runPagefind, type PagefindIndex } from "./run-pagefind.ts";

/** What the search page loads, by path in the output folder; none where the blog has no search. */
export type SearchIndex = { readonly files: Files; readonly problems: readonly Problem[] };

type IndexOptions = {
  readonly context: PageContext;
  readonly cache: OpenCache;
  /** The file that a problem is told of. */
  readonly settings: string;
};

const folder = "pagefind/";

/** Makes the index beside whatever else goes on: Pagefind is a process of its own. Without it the site still stands. */
export async function makeSearchIndex({ context, cache, settings }: IndexOptions): Promise<SearchIndex> {
  const sources = toSources(context);
  const { facts, digest } = lookThrough(context.site.search ? toSearchRecords(sources) : []);
  if (facts.length === 0) return { files: new Map(), problems: [] };
  try {
    const { files, ids } = await indexOnce(digest, () => toSearchRecords(sources), cache);
    const facets = toFacets(context.blog, facts, (url) => ids.get(url));
    const all = [...files, ["facets.json", Buffer.from(JSON.stringify(facets))] as const];
    return { files: new Map(all.map(([path, content]) => [folder + path, content])), problems: [] };
  } catch (error) {
    return { files: new Map(), problems: [toProblem(error, settings)] };
  }
}

type Facts = Omit<SearchRecord, "html">;

/** What is kept of all records, and the sum of what Pagefind gets of them. */
function lookThrough(records: Iterable<SearchRecord>): { readonly facts: readonly Facts[]; readonly digest: string } {
  const hash = createHash("sha256");
  const facts: Facts[] = [];
  for (const { html, ...rest } of records) {
    hash.update(toCacheKey(rest.url, html));
    facts.push(rest);
  }
  return { facts, digest: hash.digest("hex") };
}

/** Kept beside the files that are published. */
const idsFile = "ids.json";
const pairs = z.array(z.tuple([z.string(), z.string()]));

async function indexOnce(
  digest: string,
  records: () => Iterable<SearchRecord>,
  cache: OpenCache,
): Promise<PagefindIndex> {
  const shelf = cache("search-1");
  const key = toCacheKey(readIfThere(enginePath("node_modules/pagefind/package.json")) ?? "", digest);
  const packed = shelf.read(key);
  const kept = packed && unpackFiles(packed);
  if (kept) return fromKept(kept);
  const made = await runPagefind(records());
  shelf.write(key, packFiles(new Map([...made.files, [idsFile, Buffer.from(JSON.stringify([...made.ids]))]])));
  return made;
}

function fromKept(kept: Files): PagefindIndex {
  const files = new Map(kept);
  const ids: unknown = JSON.parse(Buffer.from(files.get(idsFile) ?? "[]").toString("utf8"));
  files.delete(idsFile);
  return { files, ids: new Map(pairs.parse(ids)) };
}

function toSources({ blog, contentOf, textOf }: PageContext): SearchSources {
  return {
    blog,
    contentOf,
    commentsOf: (entry) =>
      voicesOf(blog, entry).map(({ comment }) => ({
        anchor: comment.anchor,
        name: comment.author.name.trim(),
        text: textOf(comment),
      })),
  };
}

function toProblem(error: unknown, file: string): Problem {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return {
    id: "search-index",
    severity: "warning",
    file,
    line: 1,
    column: 1,
    message: `the blog is published without its search index (Pagefind says: ${reason.replace(/\.$/, "")})`,
    remedy: "Run `npm install` on this machine, or write `search: false`.",
  };
}
