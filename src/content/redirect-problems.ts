import { asPermalink, toOutputPath, type Permalink } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import type { Page, Post } from "./post.ts";
import { problemAt } from "./issues.ts";
import { hasQuery } from "./query-address.ts";
import { isOutOfReach } from "./query-redirects.ts";
import { toAddressKey, type OwnRedirect, type RedirectRegister } from "./redirect-register.ts";
import { createFollower, isSame, toFileAddress } from "./redirects.ts";

export type RedirectCheck = {
  readonly register: RedirectRegister;
  /** What is on the site: posts first, then pages. */
  readonly posts: readonly Post[];
  readonly pages: readonly Page[];
  /** What is not out yet: its addresses are taken all the same. */
  readonly withheld: readonly (Post | Page)[];
  /** Every file of the site that is not itself an old address: path in the output folder to the file it comes of. */
  readonly files: ReadonlyMap<string, string>;
  /** Old addresses of lists, which lead on by themselves. */
  readonly lists: ReadonlySet<string>;
  /** Of what has mistakes of its own, nobody can say that it is not there. */
  readonly isOpen: (address: string) => boolean;
};

/** Lines of `_data/redirects.json` that clash with the site, or lead to nothing on it. */
export function findRedirectProblems(check: RedirectCheck): Problem[] {
  const { file, locate, value } = check.register;
  const findOwner = createOwnerSearch(check);
  const findFault = createTargetSearch(check);
  return value.flatMap((redirect) => {
    const { from, to, key } = redirect;
    if (isSame(from, to)) return [];
    const owner = findOwner(redirect);
    const fault = findFault(redirect);
    return [
      ...(owner ? [problemAt({ ...owner, file }, locate, [key], "key")] : []),
      ...(fault ? [problemAt({ ...fault, file }, locate, [key])] : []),
    ];
  });
}

type Fault = Pick<Problem, "id" | "severity" | "message" | "remedy">;

/** Who answers an old address already, or makes it impossible. */
function createOwnerSearch(check: RedirectCheck): (redirect: OwnRedirect) => Fault | undefined {
  const entries = [...check.posts, ...check.pages, ...check.withheld];
  const aliases = new Map(entries.flatMap((entry) => entry.aliases.map((alias) => [toAddressKey(alias), entry])));
  const urls = new Map(entries.map((entry) => [toOutputPath(entry.url), entry.source.file]));
  const redirects = check.register.value.filter(({ from }) => !hasQuery(from));
  const written = new Map(redirects.map((redirect) => [toOutputPath(toFileAddress(redirect.from)), redirect.key]));
  const folders = new Set([...check.files.keys(), ...urls.keys(), ...written.keys()].flatMap(toFolders));
  return ({ from, to }) => {
    const address = toAddressKey(from);
    const entry = aliases.get(address);
    if (entry) return "path" in to && to.path === entry.url ? undefined : shadowed(from, entry.source.file);
    if (hasQuery(from)) return undefined;
    const path = toOutputPath(toFileAddress(from));
    const owner = [path, address].map((file) => check.files.get(file) ?? urls.get(file)).find(Boolean);
    if (owner !== undefined) return shadowed(from, owner);
    const above = toFolders(path).find((folder) => check.files.has(folder) || written.has(folder));
    return above !== undefined || folders.has(path) ? folded(from) : undefined;
  };
}

/** Every folder above a file. */
function toFolders(path: string): string[] {
  const steps = path.split("/").slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}

function shadowed(from: Permalink, owner: string): Fault {
  const message = `the old address ${from} is taken (by ${owner})`;
  return { id: "redirect-shadowed", severity: "error", message, remedy: "Remove the line." };
}

/** On a disk, `/wp-rss2.php` is a file: nothing can lie below it. */
function folded(from: Permalink): Fault {
  const message = `the old address ${from} would be a file and a folder at once`;
  const remedy = "Remove it, or what lies below it or above it.";
  return { id: "redirect-shadowed", severity: "error", message, remedy };
}

function createTargetSearch(check: RedirectCheck): (redirect: OwnRedirect) => Fault | undefined {
  const { register, files, lists, isOpen } = check;
  const follow = createFollower(register.value, check);
  const withheld = new Map(check.withheld.map((entry) => [toOutputPath(entry.url), entry]));
  return ({ to, from }) => {
    if ("address" in to) return undefined;
    const path = toOutputPath(to.path);
    if (files.has(path)) return undefined;
    const followed = follow(to);
    if (!followed || ("path" in followed.end && isSame(from, followed.end))) return circle(to.path);
    const { end, stops } = followed;
    if (stops > 0) return stop(to.path, "path" in end ? end.path + end.rest : end.address);
    if (lists.has(path) || isOpen(to.path)) return undefined;
    const late = withheld.get(path);
    if (late) return notOut(to.path, late.source.file);
    return missing(to.path, files.has(toOutputPath(asPermalink(`${to.path}/`))));
  };
}

function circle(to: Permalink): Fault {
  const message = `the redirect leads round in a circle (found ${show(to)})`;
  return { id: "redirect-circle", severity: "error", message, remedy: "Write an address that is there." };
}

function stop(to: Permalink, end: string): Fault {
  const message = `the redirect leads to another old address (found ${show(to)})`;
  return { id: "redirect-chain", severity: "warning", message, remedy: `Write \`${end}\`.` };
}

function notOut(to: Permalink, file: string): Fault {
  const message = `the redirect leads to what is not published (found ${show(to)}, of ${file})`;
  const remedy = "Publish that first, or lead to another address until then.";
  return { id: "redirect-target", severity: "warning", message, remedy };
}

function missing(to: Permalink, isFolder: boolean): Fault {
  const message = `the redirect leads to nothing on this blog (found ${show(to)})`;
  const remedy = isFolder ? `Write \`${to}/\`.` : "Write the address of a page, list, feed or file that is there.";
  return { id: "redirect-target", severity: "warning", message, remedy };
}

type Reach = Pick<RedirectCheck, "register" | "posts" | "pages"> & {
  readonly isFile: (path: string) => boolean;
  readonly placeOf: (entry: Post | Page, alias: number) => Pick<Problem, "line" | "column">;
};

/** Addresses with a query that a plain host can never answer: their path is a page, which does not look at it. */
export function findOutOfReach({ register, posts, pages, isFile, placeOf }: Reach): Problem[] {
  const isLost = (address: Permalink): boolean => hasQuery(address) && isOutOfReach(address, isFile);
  const own = register.value.filter(({ from }) => isLost(from));
  return [
    ...own.map(({ from, key }) => {
      return problemAt({ ...outOfReach(from), file: register.file }, register.locate, [key], "key");
    }),
    ...[...posts, ...pages].flatMap((entry) =>
      entry.aliases.flatMap((alias, index) => {
        if (!isLost(alias)) return [];
        return { ...outOfReach(alias), file: entry.source.file, ...placeOf(entry, index) };
      }),
    ),
  ];
}

function outOfReach(from: Permalink): Fault {
  const message = `only a host with rules of its own can answer ${from}: without its query it is another page`;
  const remedy = "Leave it where yours is one of them (docs/publishing.md); else remove it.";
  return { id: "redirect-query", severity: "warning", message, remedy };
}
