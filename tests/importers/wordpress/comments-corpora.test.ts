import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatThread } from "../../../src/comments/format-thread.ts";
import { parseThread } from "../../../src/comments/parse-thread.ts";
import { toThread } from "../../../src/importers/wordpress/comments/to-thread.ts";
import { openExport } from "../../../src/importers/wordpress/reader/open-export.ts";
import { isCanonicalComment } from "../../../src/markdown/comments/verify-comment.ts";
import { walkComments } from "../../../src/comments/walk-comments.ts";
import { toSource } from "../../comments/make-thread.ts";
import { findCorpus } from "../../support/corpora.ts";

const corpus = findCorpus("wordpress");

type Manifest = Readonly<
  Record<string, { comments_by_type_approved: Record<string, number>; comment_max_depth: number }>
>;

describe.skipIf(corpus === undefined)("the comments of a real export", () => {
  const folder = corpus ?? "";
  const manifest = (): Manifest => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;

  test.each(["small-export.xml", "themeunittestdata.wordpress.xml", "valid-wxr-1.0.xml"])(
    "are all there: %s",
    async (name) => {
      const counts: Record<string, number> = {};
      let depth = 0;
      let hidden = 0;
      const source = await openExport([join(folder, name)]);
      for await (const part of source.parts()) {
        if (part.kind !== "item") continue;
        const { comments } = part.item;
        const { thread, rows } = toThread("tea", comments, { linkOf: (href) => href, offsetOf: () => 0 });
        expect(rows.map(({ id }) => id)).toEqual(comments.map(({ id }) => id));
        for (const row of rows) {
          const key = `${row.type || "(empty)"}/${row.approved}`;
          counts[key] = (counts[key] ?? 0) + 1;
          if (row.outcome === "shown") depth = Math.max(depth, row.depth);
          if (row.outcome === "dropped") hidden += 1;
        }
        if (!thread) continue;
        const shown = walkComments(thread.comments).map(({ comment }) => comment);
        expect(shown).toHaveLength(rows.filter(({ outcome }) => outcome === "shown").length);
        expect(shown.filter(({ html }) => !isCanonicalComment(html))).toEqual([]);
        expect(parseThread(toSource(formatThread(thread))).problems).toEqual([]);
        expect(formatThread(thread)).not.toMatch(/[\w.]+@[\w-]+\.\w/);
      }
      const expected = manifest()[name];
      expect(counts).toEqual(expected?.comments_by_type_approved);
      expect(hidden).toBe(expected?.comments_by_type_approved["(empty)/0"] ?? 0);
      expect(depth).toBe(expected?.comment_max_depth);
    },
  );
});
