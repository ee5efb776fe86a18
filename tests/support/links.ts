import { Parser } from "htmlparser2";

export type PageLink = { readonly attribute: string; readonly target: string };

const attributes = ["href", "src", "poster", "data-src"];

/** Every address in a page's HTML, `srcset` taken apart. */
export function findLinks(html: string): PageLink[] {
  const links: PageLink[] = [];
  const parser = new Parser({
    onopentag: (_, found) => {
      for (const attribute of attributes) {
        const target = found[attribute];
        if (target !== undefined) links.push({ attribute, target });
      }
      for (const candidate of found.srcset?.split(",") ?? []) {
        links.push({ attribute: "srcset", target: candidate.trim().split(/\s+/)[0] ?? "" });
      }
    },
  });
  parser.end(html);
  return links;
}

/** The ids of a page, in order. */
export function findIds(html: string): string[] {
  const ids: string[] = [];
  new Parser({ onopentag: (_, { id }) => id !== undefined && ids.push(id) }).end(html);
  return ids;
}
