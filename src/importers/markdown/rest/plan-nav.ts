import { asPermalink, decodePath } from "../../../lib/permalink.ts";
import type { Finding } from "../../finding.ts";
import type { AddressIndex } from "../links/address-index.ts";
import type { NavLink, OpenSite } from "../generator.ts";
import { isReserved } from "../plan/claims.ts";
import { foldAddress } from "../plan/old-path.ts";

/** The menu of the old blog with its new addresses; what leads to nothing is left out, and said. */
export function planNav({ facts, lists }: OpenSite, index: AddressIndex, redirects: Readonly<Record<string, string>>) {
  const findings: Finding[] = [];
  const nav = facts.nav.flatMap(({ label, url }): NavLink[] => {
    if (/^(?:https?:|mailto:)/.test(url)) return [{ label, url }];
    const path = decodePath(url.replace(/[?#].*$/, ""));
    const entry = index.byAddress(path);
    const list = lists.find(({ from }) => foldAddress(from) === foldAddress(path))?.to;
    const redirect = redirects[path] ?? redirects[`${path}/`];
    const own = isReserved(asPermalink(path)) || path === "/" ? path : undefined;
    const found = entry?.url ?? list ?? redirect ?? own;
    if (found !== undefined) return [{ label, url: found }];
    const note = "It leads to nothing that is in the new blog, so it is not in its menu.";
    findings.push({ kind: "menu", found: `${label}: ${url}`, outcome: "dropped", note });
    return [];
  });
  return { nav, findings };
}
