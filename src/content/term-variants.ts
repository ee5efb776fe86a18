import type { Problem } from "../lib/problem.ts";
import { problemAt } from "./issues.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import type { TermPath, TermUse } from "./term-spelling.ts";

type VariantInput = {
  readonly noun: "tag" | "category" | "author";
  readonly uses: readonly TermUse[];
  /** By folded path. */
  readonly spellings: ReadonlyMap<string, TermPath>;
  /** Where a spelling comes from that no post uses. */
  readonly origin: (path: TermPath) => string;
};

/** A warning at each name that is another term's in other letters: `Javascript` where most write `JavaScript`. */
export function findVariants({ noun, uses, spellings, origin }: VariantInput): Problem[] {
  const variants = uses.flatMap((use) => {
    const usual = spellings.get(use.folded) ?? use.path;
    const depth = use.path.findIndex((name, index) => name !== usual[index]) + 1;
    return depth === 0 ? [] : { use, usual, name: use.path.slice(0, depth), other: usual.slice(0, depth) };
  });
  const posts = variants.length > 0 ? countPosts(uses) : new Map<string, Set<ParsedEntry>>();
  return variants.map(({ use, usual, name, other }) => {
    const count = posts.get(toKey(other))?.size ?? 0;
    const found = count === 0 ? origin(other) : `used in ${count} ${count === 1 ? "post" : "posts"}`;
    const message = `${noun} "${name.join("/")}" differs from "${other.join("/")}" (${found})`;
    const value = usual.join("/");
    const written = use.entry.values[use.key]?.[use.index] ?? "";
    const fix = { kind: "replace", path: [use.key, use.index], found: written, value } as const;
    return { ...warnAtUse(`${noun}-case`, use, message, `Write \`${value}\`.`), fix };
  });
}

export function warnAtUse(id: string, { entry, key, index }: TermUse, message: string, remedy: string): Problem {
  const problem = { id, severity: "warning", file: entry.source.file, message, remedy } as const;
  return problemAt(problem, entry.locate, [key, index]);
}

/** The posts that name a term or one below it, by its path as they spell it. */
function countPosts(uses: readonly TermUse[]): Map<string, Set<ParsedEntry>> {
  const posts = new Map<string, Set<ParsedEntry>>();
  for (const { path, entry } of uses) {
    for (let depth = 1; depth <= path.length; depth++) {
      const key = toKey(path.slice(0, depth));
      const known = posts.get(key);
      if (known) known.add(entry);
      else posts.set(key, new Set([entry]));
    }
  }
  return posts;
}

function toKey(path: TermPath): string {
  return path.join("\0");
}
