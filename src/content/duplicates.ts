import { toOutputPath } from "../lib/permalink.ts";
import type { Problem } from "../lib/problem.ts";
import { toAliasPermalink } from "./alias.ts";
import { problemAt } from "./issues.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import type { Page, Post } from "./post.ts";
import { toSourceKey } from "./source-path.ts";

export type ResolvedEntry = { readonly parsed: ParsedEntry; readonly entry: Post | Page };

type Owners = Map<string, ResolvedEntry>;

/**
 * Entries that would share an address, an id or a name; each problem stands at the later file and names the earlier.
 * `pattern` is the blog's `permalink`: it says which mistakes leave the address of a post unknown.
 */
export function findDuplicates(entries: readonly ResolvedEntry[], pattern: string): Problem[] {
  const files: Owners = new Map();
  const ids: Owners = new Map();
  const names: Owners = new Map();
  const problems = entries.flatMap((resolved) => {
    const { parsed, entry } = resolved;
    const address = hasAddress(parsed, pattern) && claim(files, toOutputPath(entry.url), resolved);
    const name = claim(names, `${entry.kind}/${toSourceKey(entry.source.path)}`, resolved);
    const id = hasId(parsed) && claim(ids, entry.id, resolved);
    // Two files of one name share all three; one message is enough.
    return [
      address ? sameUrl(resolved, address) : [],
      name && name !== address ? sameName(resolved, name) : [],
      id && id !== address && id !== name ? sameId(resolved, id) : [],
    ].flat();
  });
  return [...problems, ...findTakenAliases(entries, files), ...findFilesAsFolders(entries, files)];
}

/** Who has `key` already; else `resolved` has it from now on. */
function claim(owners: Owners, key: string, resolved: ResolvedEntry): ResolvedEntry | undefined {
  const owner = owners.get(key);
  if (!owner) owners.set(key, resolved);
  return owner;
}

function hasAddress({ kind, wrong }: ParsedEntry, pattern: string): boolean {
  if (wrong.has("slug")) return false;
  if (kind === "page") return true;
  return (
    !(wrong.has("date") && /:(?:year|month|day)/.test(pattern)) &&
    !(wrong.has("categories") && pattern.includes(":category"))
  );
}

function hasId({ values, wrong }: ParsedEntry): boolean {
  return values.id !== undefined || !(wrong.has("id") || wrong.has("slug"));
}

function sameUrl({ parsed, entry }: ResolvedEntry, owner: ResolvedEntry): Problem {
  const message = `the address ${entry.url} is taken (by ${owner.entry.source.file})`;
  return error("url-duplicate", parsed, message, "Give one of the two another `slug:`.", ["slug"]);
}

function sameName({ parsed }: ResolvedEntry, owner: ResolvedEntry): Problem {
  const message = `the file has the same name as another (as ${owner.entry.source.file})`;
  const remedy = "Rename one of the two, or join them.";
  return { id: "name-duplicate", severity: "error", file: parsed.source.file, line: 1, column: 1, message, remedy };
}

function sameId({ parsed, entry }: ResolvedEntry, twin: ResolvedEntry): Problem {
  const message = `the id "${entry.id}" is taken (by ${twin.entry.source.file})`;
  return error("id-duplicate", parsed, message, "Give the newer of the two another `id:`.", ["id"]);
}

function findTakenAliases(entries: readonly ResolvedEntry[], files: Owners): Problem[] {
  const aliases: Owners = new Map();
  return eachAlias(entries).flatMap(({ resolved, alias, file, index }) => {
    const owner = files.get(file) ?? claim(aliases, file, resolved);
    if (!owner || owner === resolved) return [];
    const message = `the alias ${alias} is taken (by ${owner.entry.source.file})`;
    return error("alias-duplicate", resolved.parsed, message, "Remove it from one of the two.", ["aliases", index]);
  });
}

/** On a disk, `/tea.html` is a file: nothing can lie below it, as `/tea.html/cups/` would. */
function findFilesAsFolders(entries: readonly ResolvedEntry[], files: Owners): Problem[] {
  const aliases = eachAlias(entries);
  const all = new Map([...aliases.map(({ file, resolved }) => [file, resolved] as const), ...files]);
  return aliases.flatMap(({ resolved, alias, file, index }) => {
    const above = findAbove(file, all);
    if (!above) return [];
    const message = `the alias ${alias} lies below an address that is a file (of ${above.entry.source.file})`;
    return error("alias-duplicate", resolved.parsed, message, "Remove one of the two.", ["aliases", index]);
  });
}

function findAbove(file: string, owners: Owners): ResolvedEntry | undefined {
  const folders = file.split("/").slice(0, -1);
  return folders.map((_, depth) => owners.get(folders.slice(0, depth + 1).join("/"))).find(Boolean);
}

/** Every alias with the file that answers it; those with a query have none, and only clash with each other. */
function eachAlias(entries: readonly ResolvedEntry[]) {
  return entries.flatMap((resolved) =>
    (resolved.parsed.values.aliases ?? []).flatMap((alias, index) => {
      if (alias === undefined) return [];
      const page = toAliasPermalink(alias);
      return { resolved, alias, file: page ? toOutputPath(page) : alias, index };
    }),
  );
}

function error(
  id: string,
  { source, locate }: ParsedEntry,
  message: string,
  remedy: string,
  path: readonly (string | number)[],
): Problem {
  return problemAt({ id, severity: "error", file: source.file, message, remedy }, locate, path);
}
