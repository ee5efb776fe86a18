const pageBreak = "<!--nextpage-->";

/** How many pages WordPress makes of a text: `/my-post/2/` is the second. A break before everything makes none. */
export function countPages(text: string): number {
  let pages = 1;
  const first = text.startsWith(pageBreak) ? pageBreak.length : 0;
  for (let at = text.indexOf(pageBreak, first); at >= 0; at = text.indexOf(pageBreak, at + 1)) pages += 1;
  return pages;
}
