import type { FieldPlaces } from "../content/field-places.ts";
import type { Post } from "../content/post.ts";
import { foldPath } from "../content/term-spelling.ts";
import type { Problem } from "../lib/problem.ts";

/** Names of series that differ only in case or Unicode form: they would be two series, each without the other's posts. */
export function checkSeries(posts: readonly Post[], placeOf: FieldPlaces): Problem[] {
  const usual = findUsual(posts);
  return posts.flatMap(({ series, source }) => {
    const chosen = series === undefined ? undefined : usual.get(foldPath([series]));
    if (chosen === undefined || chosen.name === series) return [];
    const count = `${chosen.count} ${chosen.count === 1 ? "post" : "posts"}`;
    const message = `series "${series}" differs from "${chosen.name}" (used in ${count})`;
    const remedy = `Write \`${chosen.name}\`.`;
    const fix = { kind: "replace", path: ["series"], found: series ?? "", value: chosen.name } as const;
    const problem = { id: "series-case", severity: "warning", file: source.file, message, remedy, fix } as const;
    return { ...problem, ...placeOf(source, "series") };
  });
}

type Chosen = { readonly name: string; readonly count: number };

/** By folded name the spelling that most posts use, else the first by code points. */
function findUsual(posts: readonly Post[]): ReadonlyMap<string, Chosen> {
  const counts = new Map<string, number>();
  for (const { series } of posts) if (series !== undefined) counts.set(series, (counts.get(series) ?? 0) + 1);
  const usual = new Map<string, Chosen>();
  for (const [name, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const key = foldPath([name]);
    const known = usual.get(key);
    if (!known || known.count < count) usual.set(key, { name, count });
  }
  return usual;
}
