import { shorten, toSlug } from "../../../lib/slug.ts";
import type { Finding } from "../../finding.ts";
import type { AddressBook } from "./address-book.ts";
import type { Candidate, Placed } from "./entry-plan.ts";
import { toFileName, type NameBook } from "./name-book.ts";
import { decodeSlug, home } from "./old-permalinks.ts";
import { toPlainText } from "./plain-text.ts";

type PageBooks = { readonly addresses: AddressBook; readonly names: NameBook };

/** Pages at their old paths; those that had none by the tree of their parents. */
export function placePages(pages: readonly Candidate[], books: PageBooks): Omit<Placed, "id">[] {
  const byId = new Map(pages.map((page) => [page.head.id, page]));
  return pages.map((page) => placePage(page, toSegments(page, byId), books));
}

function placePage(page: Candidate, segments: readonly string[], { addresses, names }: PageBooks): Omit<Placed, "id"> {
  const { head } = page;
  const folders = segments.slice(0, -1);
  const wanted = segments.at(-1) ?? toSlug(`page-${head.id}`);
  const toUrl = (slug: string): string => `/${[...folders, slug].join("/")}/`;
  const candidates = [wanted, toSlug(`${wanted}-page`), toSlug(`${wanted}-${head.id}`)];
  let slug = candidates.find((candidate) => addresses.claim(toUrl(candidate), head.key));
  for (let number = 2; slug === undefined; number++) {
    const next = toSlug(`${wanted}-${head.id}-${number}`);
    if (addresses.claim(toUrl(next), head.key)) slug = next;
  }
  const path = names.claimFile(["pages", ...folders.map(toFileName)].join("/"), slug);
  return {
    ...page,
    slug,
    path,
    url: toUrl(slug),
    findings: [
      ...page.findings,
      ...(slug === wanted ? [] : [toMovedNote(page, toUrl(slug))]),
      ...(page.link?.pattern === home ? [toHomeNote(toUrl(slug))] : []),
    ],
  };
}

// With room for the name of the file below `pages/`.
const longest = 700;
const deepest = 20;

function toSegments(page: Candidate, byId: ReadonlyMap<string, Candidate>): string[] {
  const linked = page.visibility === "public" ? readLinkSegments(page) : undefined;
  const segments = (linked ?? toTreeSegments(page, byId)).map(toSlug);
  const short = segments.length > deepest ? segments.slice(-deepest) : segments;
  return Buffer.byteLength(short.join("/")) > longest ? [shorten(short.join("-"), 200)].map(toSlug) : short;
}

function readLinkSegments({ link }: Candidate): string[] | undefined {
  const path = link?.path.replace(/^\/index\.php(?=\/)/, "") ?? "/";
  const segments = path.split("/").filter((segment) => /[^\s.]/.test(segment));
  const last = segments.pop()?.replace(/\.html?$/, "");
  return last && link?.pattern !== "?p=" ? [...segments, last] : undefined;
}

/** Hidden parents are left out: their names are nobody's business. */
function toTreeSegments(page: Candidate, byId: ReadonlyMap<string, Candidate>): string[] {
  const segments: string[] = [];
  const seen = new Set<Candidate>();
  for (let next: Candidate | undefined = page; next && !seen.has(next); next = byId.get(next.head.parent)) {
    seen.add(next);
    if (next === page || next.visibility === "public") segments.unshift(toOwnName(next));
  }
  return segments;
}

function toOwnName({ head }: Candidate): string {
  const slug = decodeSlug(head.slug);
  if (/[^\s/.]/.test(slug)) return slug;
  const title = toPlainText(head.title);
  return /[\p{L}\p{N}]/u.test(title) ? shorten(toSlug(title), 100) : `page-${head.id}`;
}

function toMovedNote({ link, head }: Candidate, url: string): Finding {
  const note = `Its address is another's in the new blog, so that the page is at ${url} now.`;
  return { kind: "url", found: link?.path ?? decodeSlug(head.slug), outcome: "moved", note };
}

function toHomeNote(url: string): Finding {
  const note = `It was the home page. The new blog begins with its posts, and the page is at ${url}.`;
  return { kind: "url", found: "/", outcome: "moved", note };
}
