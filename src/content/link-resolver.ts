import type { ResolvedImage, ResolvedLink } from "../markdown/markdown-context.ts";
import { asPermalink, decodePath, href, type BaseUrl, type Permalink } from "../lib/permalink.ts";
import { show } from "../lib/show.ts";
import {
  createMeantFile,
  folderOf,
  missingLink,
  toEmptyLink,
  withheldLink,
  withoutBasePath,
  type MeantFile,
} from "./missing-links.ts";
import type { Uncertainty } from "./uncertainty.ts";

/** What links in Markdown can lead to. Paths are NFC. */
export type LinkTargets = {
  readonly base: BaseUrl;
  /** Posts and pages by their path in the blog folder: `posts/2024/tea.md`. */
  readonly entries: ReadonlyMap<string, Permalink>;
  /** Posts and pages, by path, that the site will not have: not due, a draft, or with errors of their own. */
  readonly withheld: ReadonlySet<string>;
  /** What mistakes elsewhere leave open. */
  readonly open: Pick<Uncertainty, "files" | "isOpen">;
  /** Every address that the site will have. */
  readonly routes: ReadonlySet<Permalink>;
  /** Files beside posts and pages, by their path in the blog folder. */
  readonly media: ReadonlyMap<string, Media>;
  /** Files that are published anyway, by their address, with their path on the disk. */
  readonly publicFiles: ReadonlyMap<Permalink, string>;
  /** Hosts whose images may be shown. */
  readonly imageHosts: readonly string[];
};

/** A file that lies beside a post or page, and where it is published. */
export type Media = { readonly url: Permalink; readonly file: string };

/** Where a link stands. */
export type LinkOrigin = { readonly path: string; readonly url: Permalink };

export type LinkResolver = {
  readonly resolveLink: (origin: LinkOrigin, target: string) => ResolvedLink;
  readonly resolveImage: (origin: LinkOrigin, src: string) => FoundImage;
};

/** `media` is there when the image is a file of the blog; `isPublic` when it is published anyway. */
export type FoundImage = Pick<ResolvedImage, "src" | "remote" | "warning"> & {
  readonly media?: Media;
  readonly isPublic?: boolean;
};

/** `onMedia` hears of every file beside a post that is linked to, so that just those are published. */
export function createLinkResolver(targets: LinkTargets, onMedia: (media: Media) => void): LinkResolver {
  const meantFile = createMeantFile(toFiles(targets));
  return {
    resolveLink: (origin, target) => {
      const empty = toEmptyLink(target);
      if (empty) return { href: target, external: false, isDead: true, warning: empty };
      if (isElsewhere(target)) return resolveAddress(targets, target);
      const { path, rest } = splitTarget(target);
      if (path === "") return { href: target, external: false };
      return resolvePath({ ...targets, onMedia, meantFile }, origin, path, rest);
    },
    resolveImage: (origin, src) => resolveImage(targets, origin, src),
  };
}

/** Every post, page and file beside them, with the last part of its address. */
function toFiles({ entries, withheld, media }: LinkTargets): ReadonlyMap<string, string | undefined> {
  const slugs = Array.from(entries, ([path, url]) => [path, url.split("/").findLast((part) => part !== "")] as const);
  return new Map([...slugs, ...[...withheld, ...media.keys()].map((path) => [path, undefined] as const)]);
}

/** A full address stays as it is; one on this blog is looked up all the same. */
function resolveAddress({ base, routes, open }: LinkTargets, target: string): ResolvedLink {
  const kept = { href: target, external: isExternal(target, base) };
  const path = kept.external ? undefined : toOwnPage(target, base);
  if (path === undefined || findRoute(routes, path) || open.isOpen(path)) return kept;
  return { ...kept, warning: missingLink(target) };
}

/** The path of a page of this blog, without the base path; files have addresses that are known only when they are used. */
function toOwnPage(target: string, { origin, basePath }: BaseUrl): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(target) || !URL.canParse(target, origin)) return undefined;
  const url = new URL(target, origin);
  const isPage = url.pathname.startsWith(`${basePath}/`) && /(?:\/[^/.]*|\.html?)$/i.test(url.pathname);
  return isPage && url.origin === origin ? decodePath(url.pathname.slice(basePath.length)) : undefined;
}

type PathTargets = LinkTargets & { readonly onMedia: (media: Media) => void; readonly meantFile: MeantFile };

function resolvePath(targets: PathTargets, origin: LinkOrigin, path: string, rest: string): ResolvedLink {
  const beside = path.startsWith("/") ? undefined : join(folderOf(origin.path), path);
  const entry = beside === undefined ? undefined : targets.entries.get(beside);
  if (entry) return { href: href(targets.base, entry) + rest, external: false };
  const media = beside === undefined ? undefined : targets.media.get(beside);
  if (media) {
    targets.onMedia(media);
    return { href: href(targets.base, media.url) + rest, external: false };
  }
  const address = path.startsWith("/") ? join("", path) : join(folderOf(origin.url), path);
  const known = findRoute(targets.routes, `/${address}`);
  const kept = { href: href(targets.base, known ?? asPermalink(`/${address}`)) + rest, external: false };
  if (known || targets.open.isOpen(`/${address}`)) return kept;
  if (beside !== undefined && targets.open.files.has(beside)) return kept;
  if (beside !== undefined && targets.withheld.has(beside)) {
    return { ...kept, isDead: true, warning: withheldLink(path) };
  }
  if (beside === undefined) return { ...kept, warning: missingLink(path, tellBasePath(targets, path)) };
  const meant = targets.meantFile(folderOf(origin.path), beside);
  return { ...kept, warning: missingLink(path, meant && `Did you mean \`${meant}\`?`) };
}

/** Of a path from the root on: whether it is right but for the blog's own path before it. */
function tellBasePath({ base: { basePath }, routes }: LinkTargets, path: string): string | undefined {
  if (basePath === "" || !path.startsWith(`${basePath}/`)) return undefined;
  const plain = path.slice(basePath.length);
  return findRoute(routes, `/${join("", plain)}`) && withoutBasePath(plain);
}

function resolveImage(targets: LinkTargets, origin: LinkOrigin, src: string): FoundImage {
  if (/^data:image\//i.test(src)) return { src };
  if (isElsewhere(src)) return isAllowedImage(src, targets) ? { src } : resolveRemote(src);
  const { path } = splitTarget(src);
  if (path.startsWith("/")) {
    const url = findRoute(targets.routes, `/${join("", path)}`);
    if (!url) return { warning: missingImage(path, tellBasePath(targets, path)) };
    const file = targets.publicFiles.get(url);
    return { src: href(targets.base, url), ...(file !== undefined && { media: { url, file }, isPublic: true }) };
  }
  const media = targets.media.get(join(folderOf(origin.path), path));
  return media ? { src: href(targets.base, media.url), media } : { warning: missingImage(path) };
}

function resolveRemote(src: string): FoundImage {
  const address = src.startsWith("//") ? `https:${src}` : src;
  const isOnWeb = /^https?:/i.test(address) && URL.canParse(address);
  return isOnWeb ? { remote: address, warning: remoteImage(src) } : { warning: foreignImage(src) };
}

function missingImage(path: string, told?: string) {
  const usual = "Put the file beside the post, or under `public/` and write its path from `/` on.";
  return { id: "image-missing", message: `the image is not there (found ${show(path)})`, remedy: told ?? usual };
}

function remoteImage(src: string) {
  const remedy = "Put a copy beside the post, or add the host to `imageHosts` in `_data/site.ts`.";
  const message = `the image is on another host and becomes a link (found ${show(src)})`;
  return { id: "image-remote", message, remedy };
}

/** Such as `file:`, which cannot even be linked to. */
function foreignImage(src: string) {
  const remedy = "Put a copy beside the post and write its path.";
  return { id: "image-remote", message: `the image has no address on the web (found ${show(src)})`, remedy };
}

function isElsewhere(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
}

function isExternal(target: string, base: BaseUrl): boolean {
  if (!/^(?:https?:)?\/\//i.test(target)) return false;
  return URL.canParse(target, base.origin) && new URL(target, base.origin).origin !== base.origin;
}

/** Whether an image that is not a file of the blog may be shown. */
export function isAllowedImage(src: string, { base, imageHosts }: Pick<LinkTargets, "base" | "imageHosts">): boolean {
  if (!URL.canParse(src, base.origin)) return false;
  const { host, origin } = new URL(src, base.origin);
  return origin === base.origin || imageHosts.some((allowed) => matchesHost(host, allowed));
}

function matchesHost(host: string, allowed: string): boolean {
  return allowed.startsWith("*.") ? host.endsWith(allowed.slice(1)) : host === allowed;
}

/** The path, decoded, and the query and fragment behind it. */
function splitTarget(target: string): { path: string; rest: string } {
  const end = target.search(/[?#]/);
  if (end < 0) return { path: decodePath(target), rest: "" };
  return { path: decodePath(target.slice(0, end)), rest: target.slice(end) };
}

/** Joins and resolves `.` and `..`; never climbs above the root. */
function join(folder: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  const folderMark = /(?:\/|(?:^|\/)\.\.?)$/.test(path) && steps.length > 0 ? "/" : "";
  return steps.join("/") + folderMark;
}

/** The address as the site has it: `/about` and `/about/index.html` are `/about/`. */
function findRoute(routes: ReadonlySet<string>, path: string): Permalink | undefined {
  const found = [path, `${path}/`, path.replace(/index\.html$/, "")].find((form) => routes.has(form));
  return found === undefined ? undefined : asPermalink(found);
}
