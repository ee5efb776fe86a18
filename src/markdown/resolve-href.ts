import { closest } from "fastest-levenshtein";
import { toHeadingId } from "./page-ids.ts";
import type { Rendering } from "./rendering.ts";
import type { Position } from "./source-text.ts";
import { encodeUrl } from "./url.ts";

/** `isDead`: the words stand without the link. */
export type ResolvedHref = { readonly href: string; readonly isExternal: boolean; readonly isDead?: boolean };

/** Where a link in Markdown or in the author's HTML leads; `locate` is asked when there is something to warn of. */
export function resolveHref(written: string, rendering: Rendering, locate: () => Position): ResolvedHref {
  if (written.startsWith("#")) return { href: resolveFragment(written, rendering, locate), isExternal: false };
  const link = rendering.context.resolveLink(written);
  if (link.warning) rendering.warn(link.warning, locate());
  if (link.isDead) return { href: link.href, isExternal: false, isDead: true };
  const href = encodeUrl(link.href);
  if (!link.external && href.includes("#") && !link.warning) rendering.placeLinks.push({ href, written, ...locate() });
  if (link.external && !rendering.outsideLinks.has(href)) rendering.outsideLinks.set(href, written);
  return { href, isExternal: link.external && /^(https?:)?\/\//i.test(href) };
}

/** `#2024` finds the heading `h-2024`; what is not in the text may be in the page. */
function resolveFragment(written: string, rendering: Rendering, locate: () => Position): string {
  const id = decode(written.slice(1));
  const { ids, rawIds } = rendering;
  if (id === "" || id === "top" || ids.has(id) || rawIds.has(id)) return encodeUrl(written);
  if (ids.has(toHeadingId(id))) return encodeUrl(`#${toHeadingId(id)}`);
  const message = `link leads to a place that is not in this text (${written})`;
  const meant = suggest(id, rendering);
  const remedy = meant ? `Did you mean \`#${meant}\`?` : "Link to the id of a heading.";
  rendering.warn({ id: "link-fragment", message, remedy }, locate());
  return encodeUrl(written);
}

/** Bounded, because comparing long texts takes the product of their lengths. */
function suggest(id: string, { headings }: Rendering): string | undefined {
  const candidates = headings.map((heading) => heading.id).filter((known) => known.length <= 100);
  if (id.length > 100 || candidates.length === 0) return undefined;
  return closest(id, candidates.slice(0, 200));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
