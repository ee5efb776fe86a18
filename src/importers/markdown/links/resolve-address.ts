import { asPermalink, decodePath, encodePath } from "../../../lib/permalink.ts";
import type { SiteFolder } from "../folder/site-folder.ts";
import type { OpenSite } from "../generator.ts";
import type { FilePlan } from "../media/plan-files.ts";
import { isOwnList } from "../plan/claims.ts";
import type { PlannedEntry } from "../plan/planned-entry.ts";
import type { AddressIndex } from "./address-index.ts";

export type LinkContext = {
  readonly folder: SiteFolder;
  readonly site: OpenSite;
  readonly files: FilePlan;
  readonly index: AddressIndex;
  /** The id of a heading in the new blog, by the one that it had. */
  readonly placeIn: (entry: PlannedEntry, id: string) => string;
};

/** What an address of a text means. `address`: how it is written in the new blog, without query and fragment. */
export type Resolved =
  | { readonly kind: "entry"; readonly address: string; readonly rest: string }
  /** A place on the same page. */
  | { readonly kind: "place"; readonly address: ""; readonly rest: string }
  | { readonly kind: "file"; readonly address: string; readonly rest: string; readonly file: string }
  /** An address that is no page, or a page that the new blog makes itself. */
  | { readonly kind: "kept" }
  | { readonly kind: "remote" }
  | { readonly kind: "missing" };

export function resolveAddress(written: string, from: PlannedEntry, context: LinkContext): Resolved {
  const address = written.trim();
  if (address === "" || address.startsWith("?")) return { kind: "kept" };
  if (address.startsWith("#")) return { kind: "place", address: "", rest: withPlace(address, from, context) };
  const { path, rest } = split(address);
  if (path.startsWith("@/"))
    return toEntry(context.index.byFile(`content/${decodePath(path.slice(2))}`), rest, context);
  const own = toOwnPath(path, context.site);
  if (own === "elsewhere") return { kind: /^(?:https?:)?\/\//i.test(path) ? "remote" : "kept" };
  if (own !== undefined) return resolveRooted(own, rest, { from, context });
  return resolveRelative(decodePath(path), rest, { from, context });
}

type Origin = { readonly from: PlannedEntry; readonly context: LinkContext };

function split(address: string): { path: string; rest: string } {
  const end = address.search(/[?#]/);
  return end < 0 ? { path: address, rest: "" } : { path: address.slice(0, end), rest: address.slice(end) };
}

/** The raw path on the old blog; undefined for a relative one. */
function toOwnPath(path: string, { facts }: OpenSite): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:(?!\/\/)/i.test(path)) return "elsewhere";
  const base = facts.url === undefined ? undefined : new URL(facts.url);
  const basePath = base?.pathname.replace(/\/$/, "") ?? "";
  const strip = (raw: string): string =>
    basePath !== "" && `${raw}/`.startsWith(`${basePath}/`) ? raw.slice(basePath.length) || "/" : raw;
  if (!/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(path)) return path.startsWith("/") ? strip(decodePath(path)) : undefined;
  if (!base || !URL.canParse(path, base)) return "elsewhere";
  const url = new URL(path, base);
  const bare = (host: string): string => host.toLowerCase().replace(/^www\./, "");
  const isOwn =
    /^https?:$/.test(url.protocol) &&
    bare(url.host) === bare(base.host) &&
    `${url.pathname}/`.startsWith(`${basePath}/`);
  return isOwn ? strip(decodePath(url.pathname)) : "elsewhere";
}

function resolveRooted(path: string, rest: string, { from, context }: Origin): Resolved {
  const { index, site, folder } = context;
  const entry = index.byAddress(path) ?? findText(site.filesOf(path), context);
  if (entry) return toEntry(entry, rest, context);
  const file = site.filesOf(path).find((candidate) => folder.has(candidate));
  const found = file === undefined ? undefined : toFile(file, rest, { from, context });
  if (found) return found;
  const isOurs = path === "/" || isOwnList(asPermalink(path)) || site.lists.some((list) => list.from === path);
  return { kind: isOurs ? "kept" : "missing" };
}

/** Relative to the file, as bundles and repositories have it; else to the old address, as browsers do. */
function resolveRelative(path: string, rest: string, origin: Origin): Resolved {
  const { from, context } = origin;
  const { place } = from.source;
  const folders = [
    place.path.slice(0, place.path.lastIndexOf("/") + 1),
    ...(place.bundle === undefined ? [] : [place.bundle]),
  ];
  for (const folder of folders) {
    const beside = join(folder, path);
    const entry = beside === undefined ? undefined : findText([beside], context);
    if (entry) return toEntry(entry, rest, context);
    const file = beside !== undefined && context.folder.has(beside) ? toFile(beside, rest, origin) : undefined;
    if (file) return file;
  }
  // A text that moved once before may have been written at one of its aliases.
  for (const base of [from.oldPath ?? from.url, ...(from.values.aliases ?? [])]) {
    const rooted = join(base.slice(1, base.lastIndexOf("/") + 1), path);
    const resolved = rooted === undefined ? undefined : resolveRooted(`/${rooted}`, rest, origin);
    if (resolved && resolved.kind !== "missing") return resolved;
  }
  return { kind: "missing" };
}

function findText(paths: readonly string[], { index }: LinkContext): PlannedEntry | undefined {
  const names = paths.flatMap((path) => [
    path,
    ...(/\.\w+$/.test(path) ? [] : [`${path.replace(/\/$/, "")}/index.md`, `${path}.md`]),
  ]);
  return names.map((name) => index.byFile(name)).find((entry) => entry !== undefined);
}

function toEntry(entry: PlannedEntry | undefined, rest: string, context: LinkContext): Resolved {
  if (!entry) return { kind: "missing" };
  return { kind: "entry", address: encodePath(entry.url), rest: withPlace(rest, entry, context) };
}

/** Query and fragment, the latter by the name that the heading has now. */
function withPlace(rest: string, entry: PlannedEntry, { placeIn }: LinkContext): string {
  const at = rest.indexOf("#");
  const id = at < 0 ? "" : decodePath(rest.slice(at + 1));
  const place = id === "" ? id : placeIn(entry, id);
  return place === id ? rest : `${rest.slice(0, at)}#${encodeURIComponent(place)}`;
}

/** Beside the text, beside another, or in `public/` at its old address. */
function toFile(file: string, rest: string, { from, context }: Origin): Resolved | undefined {
  const place = context.files.placeOf(file);
  if (!place) return undefined;
  const address = place.owner ? toRelative(from.path, place.path) : place.path.slice("public".length);
  return { kind: "file", address: encodePath(address), rest, file };
}

function toRelative(from: string, to: string): string {
  const own = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < own.length && own[shared] === target[shared]) shared += 1;
  const up = own.slice(shared).map(() => "..");
  const path = [...up, ...target.slice(shared)].join("/");
  return up.length === 0 ? `./${path}` : path;
}

/** Undefined for what climbs out of the site. */
function join(folder: string, path: string): string | undefined {
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/") + (path.endsWith("/") && steps.length > 0 ? "/" : "");
}
