import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCorpus } from "../../support/corpora.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { checkBlog, findDeadRows, importBlog, readBlog, readReport } from "./import-blog.ts";

const corpus = findCorpus("wordpress");

type Manifest = Readonly<
  Record<
    string,
    {
      readonly items_by_type_status: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly comments_by_type_approved: Readonly<Record<string, number>>;
    }
  >
>;

describe.skipIf(!corpus)("the exports that WordPress itself is tested with", () => {
  const folder = corpus ?? "";

  it.each(["small-export.xml", "valid-wxr-1.0.xml", "themeunittestdata.wordpress.xml"])(
    "%s comes over whole, and every old address answers or is in the report",
    { timeout: 60_000 },
    async (name) => {
      const into = temporaryFolder();
      const { counts, mismatches } = await importBlog([join(folder, name)], into);
      const manifest = (JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest)[name];
      expect(mismatches).toEqual([]);
      expect(mapValues(counts.items, (count) => count.in)).toEqual(toItems(manifest?.items_by_type_status ?? {}));
      expect(mapValues(counts.comments, (count) => count.in)).toEqual(
        toComments(manifest?.comments_by_type_approved ?? {}),
      );

      const checked = await checkBlog(into);
      const known = new Set(
        readReport(into)
          .findings.filter(({ kind }) => kind === "link")
          .map(({ found }) => found),
      );
      const problems = checked.problems.filter(({ severity, id }) => severity === "error" && id !== "link-missing");
      const links = checked.problems.filter(({ id }) => id === "link-missing").map(({ message }) => toFound(message));
      expect(problems).toEqual([]);
      expect(links.filter((found) => ![...known].some((link) => link.includes(found)))).toEqual([]);
      expect(findDeadRows(into, checked)).toEqual([]);

      const before = readBlog(into);
      await importBlog([join(folder, name)], into);
      expect(readBlog(into)).toEqual(before);
    },
  );
});

/** A problem names the end of a long address with `…`. */
function toFound(message: string): string {
  return /\(found (.*?)…?\)$/.exec(message)?.[1] ?? message;
}

function mapValues<T>(record: Readonly<Record<string, T>>, toValue: (value: T) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, toValue(value)]));
}

function toItems(types: Manifest[string]["items_by_type_status"]): Record<string, number> {
  const counts = Object.entries(types).flatMap(([type, statuses]) =>
    Object.entries(statuses).map(([status, count]) => [`${type} ${status}`, count] as const),
  );
  return Object.fromEntries(counts);
}

/** An empty type is that of a comment. */
function toComments(types: Readonly<Record<string, number>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, count] of Object.entries(types)) {
    const [type, approved] = name.split("/");
    const key = `${type === "(empty)" ? "comment" : type} ${approved}`;
    counts[key] = (counts[key] ?? 0) + count;
  }
  return counts;
}
