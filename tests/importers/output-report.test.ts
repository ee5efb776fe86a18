import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { describe, expect, test } from "vitest";
import type { CommentRow, ImportSource, ItemRecord } from "../../src/importers/import-source.ts";
import { runImport } from "../../src/importers/output/run-import.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { fakeItem, fakeSource } from "./fake-source.ts";

const comment = { id: "1", type: "comment", approved: "1", outcome: "shown", thread: "a", depth: 0 } as const;
const skip = (reason: string) => ({ kind: "skipped", reason }) as const;
const unwritten = { files: [], raw: undefined };

async function run(source: ImportSource) {
  const into = temporaryFolder();
  const result = await runImport(source, { into, dryRun: false, onProgress: () => undefined });
  if (result.isStopped) throw new Error("It was stopped.");
  const json: unknown = JSON.parse(readFileSync(join(into, "import-report.json"), "utf8"));
  return { ...result, json: jsonSchema.parse(json), file: readFileSync(join(into, "import-report.md"), "utf8") };
}

const rows = z.array(z.record(z.string(), z.unknown()));
const jsonSchema = z.strictObject({
  counts: z.record(z.string(), z.unknown()),
  items: rows,
  urls: rows,
  comments: rows,
  media: rows,
  findings: rows,
});

describe("the sums", () => {
  test("add up when everything is written, used or skipped with a reason", async () => {
    const comments: CommentRow[] = [
      comment,
      { ...comment, id: "2", type: "pingback", outcome: "ping" },
      { id: "3", type: "comment", approved: "0", outcome: "dropped", reason: "It waits for approval." },
    ];
    const items = [
      fakeItem("a", { comments }),
      fakeItem("m", { type: "nav_menu_item", outcome: { kind: "used", as: "nav" } }, unwritten),
      fakeItem("t", { status: "trash", title: undefined, outcome: skip("In the trash.") }, unwritten),
    ];
    const { mismatches, counts } = await run(fakeSource(items));
    expect(mismatches).toEqual([]);
    expect(counts.items).toEqual({
      "post publish": { in: 1, written: 1, used: 0, skipped: {} },
      "nav_menu_item publish": { in: 1, written: 0, used: 1, skipped: {} },
      "post trash": { in: 1, written: 0, used: 0, skipped: { "In the trash.": 1 } },
    });
    expect(counts.comments).toEqual({
      "comment 1": { in: 1, shown: 1, pings: 0, dropped: {} },
      "pingback 1": { in: 1, shown: 0, pings: 1, dropped: {} },
      "comment 0": { in: 1, shown: 0, pings: 0, dropped: { "It waits for approval.": 1 } },
    });
  });

  test.each<[string, Partial<ImportSource["expected"]>, Partial<ItemRecord>, string]>([
    ["an item is missing", { items: { "post publish": 2 } }, {}, "post publish: 2 in the source, 1 accounted for"],
    ["an item is too many", { items: {} }, {}, "post publish: 0 in the source, 1 accounted for"],
    ["a comment is missing", { comments: { "comment 1": 1 } }, {}, "comment comment 1: 1 in the source, 0 accounted"],
    ["a comment is too many", { comments: {} }, { comments: [comment] }, "comment comment 1: 0 in the source, 1"],
    ["no reason is given", {}, { outcome: skip("") }, "post publish: 1 in the source, 0 accounted for"],
  ])("are off when %s, and the report says which", async (_name, expected, changes, sentence) => {
    const { mismatches, markdown, json } = await run(fakeSource([fakeItem("a", changes)], { expected }));
    expect(mismatches).toEqual([expect.stringContaining(sentence)]);
    expect(markdown).toContain("**The sums are off.**");
    expect(json.counts.mismatches).toEqual(mismatches);
  });
});

test("what is private is told by its id and status alone, whatever its record holds", async () => {
  const secret = "the-secret-plan";
  const item = fakeItem(
    "post-7",
    {
      status: "private",
      title: undefined,
      outcome: skip("Private."),
      urls: [{ from: `/${secret}/`, outcome: "gone", reason: secret }],
      media: [{ from: `https://old.example/${secret}.jpg`, outcome: "failed", reason: secret }],
      findings: [{ kind: "shortcode", found: secret, outcome: "dropped" }],
    },
    { files: [], raw: { name: "post-7.html", text: secret } },
  );
  const { file, json } = await run(fakeSource([item]));
  expect(file).toContain("| `post-7` | private |  | Private. |");
  expect(file).not.toContain(secret);
  expect(JSON.stringify(json)).not.toContain(secret);
});

test("the JSON has each row, with the file or item that it is about", async () => {
  const { json } = await run(
    fakeSource([
      fakeItem("a", {
        comments: [comment],
        media: [{ from: "https://old.example/a.jpg", outcome: "failed", reason: "404" }],
        findings: [{ kind: "shortcode", found: "[x]", outcome: "kept as text", line: 3 }],
      }),
    ]),
  );
  const item = "posts/2012/a.md";
  expect(json).toMatchObject({
    items: [{ key: "a", type: "post", status: "publish", title: "The post a", outcome: "written", path: item }],
    urls: [{ item, from: "/?p=a", outcome: "redirect", to: "/posts/a/" }],
    comments: [{ item, id: "1", outcome: "shown", thread: "a", depth: 0 }],
    media: [{ item, from: "https://old.example/a.jpg", outcome: "failed", reason: "404" }],
    findings: [{ item, kind: "shortcode", found: "[x]", outcome: "kept as text", line: 3 }],
  });
});

test("the report names drafts, repairs, what was not converted, media that failed, addresses that are gone and hosts", async () => {
  const note = 'A link, and a frame that a click opens once `frameHosts` in _data/site.ts has "video.example".';
  const { file } = await run(
    fakeSource(
      [
        fakeItem(
          "d",
          { title: "Half | done", outcome: { kind: "written", path: "posts/drafts/d.md", isDraft: true } },
          {
            files: [{ path: "posts/drafts/d.md", content: "x" }],
          },
        ),
        fakeItem("a", {
          media: [{ from: "https://pictures.example/a.jpg", outcome: "failed", reason: "The server says 403." }],
          findings: [
            { kind: "shortcode", found: '[x a="b|c"]', outcome: "kept as text", line: 12, note: "Nobody knows it." },
            { kind: "embed", found: "<iframe>", outcome: "changed", note },
          ],
        }),
      ],
      {
        rest: {
          urls: [{ from: "/author/ann/feed/", outcome: "gone", reason: "There is no such feed." }],
          findings: [{ kind: "source", found: "&nbsp;", outcome: "repaired", note: "In 3 places." }],
        },
      },
    ),
  );
  expect(file).toContain("## Drafts (1)\n\n| title | file |\n| --- | --- |\n| Half \\| done | `posts/drafts/d.md` |");
  expect(file).toContain("## Repaired in the source (1)");
  expect(file).toContain("### Shortcodes (1)");
  expect(file).toContain('| `posts/2012/a.md` | 12 | `[x a="b\\|c"]` | kept as text. Nobody knows it. |');
  expect(file).toContain("| `https://pictures.example/a.jpg` | The server says 403. | `posts/2012/a.md` |");
  expect(file).toContain("| `/author/ann/feed/` | There is no such feed. |");
  expect(file).toContain('`frameHosts: ["video.example"]`');
  expect(file).toContain('`imageHosts: ["pictures.example"]`');
  expect(file).toMatch(/## What to do next\n\n1\. .*\n2\. .*\n3\. .*\n4\. .*\n5\. .*\n\n/);
});

test("what is the same in many places is one row, and what was translated a number", async () => {
  const found = "[soundcloud]";
  const again = { kind: "shortcode", found, outcome: "kept as text" } as const;
  const fine = { kind: "shortcode", found: "[caption]", outcome: "translated" } as const;
  const items = ["a", "b"].map((key, line) => fakeItem(key, { findings: [{ ...again, line: line + 5 }, fine] }));
  const { file, json } = await run(fakeSource(items));
  expect(file).toContain("### Shortcodes (4)");
  expect(file).toContain("| `posts/2012/a.md` | 5 | `[soundcloud]` | kept as text (2 times, here first) |");
  expect(file).toContain("2 more were translated: `import-report.json` has them.");
  expect(json.findings).toHaveLength(4);
});

test("long lists are cut, with a pointer to the JSON, which has all", async () => {
  const findings = Array.from({ length: 200 }, (_, line) => ({
    kind: "html" as const,
    found: `<b${line}>`,
    outcome: "kept as HTML" as const,
    line,
  }));
  const { file, json } = await run(fakeSource([fakeItem("a", { findings })]));
  expect(file.match(/`<b\d+>`/g)).toHaveLength(50);
  expect(file).toContain("… and 150 more in `import-report.json`.");
  expect(json.findings).toHaveLength(200);
});

test("hostile text of the source becomes neither markup nor a row of its own", async () => {
  const title = "x |\n| <script>alert(1)</script> `";
  const found = "``` | <img src=x onerror=alert(1)>\n\n# Heading";
  const { file } = await run(
    fakeSource([
      fakeItem("a", {
        title,
        outcome: { kind: "written", path: "posts/2012/a.md", isDraft: true },
        findings: [{ kind: "html", found, outcome: "dropped", note: "| [x](javascript:alert(1))" }],
      }),
    ]),
  );
  expect(file).toContain("| x \\| \\| \\<script\\>alert(1)\\</script\\> \\` |");
  expect(file).toContain(
    "| ```` ``` \\| <img src=x onerror=alert(1)> # Heading ```` | dropped. \\| \\[x\\](javascript:alert(1)) |",
  );
  expect(file).not.toContain("\n# Heading");
});
