import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript } from "../support/run-script.ts";
import { writeBlog } from "../support/sound-blog.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const now = "2026-06-01T12:00:00Z";
const post = (title: string, text: string, keys = "") =>
  `---\ntitle: ${title}\ndate: 2026-01-05\n${keys}---\n\n${text}\n`;

const text = `Ride [the last *tram*](./the-last-tram.md), <a href="./waiting.md" title="x">wait</a>
and <a href="./waiting.md">see</a>, [h](), [f](http://) or [m](mailto:).

[x](/leaf/posts/monday/) [y](./monday.md#watter) [c](monday) [w](./monady.md)`;

const files = {
  "_data/site.ts": 'export default { url: "https://tea.example/leaf/" };\n',
  "posts/tea.md": post("Tea", text),
  "posts/monday.md": post("Monday", "## Water\n\nSome words."),
  "posts/the-last-tram.md": post("Tram", "[Wait](./waiting.md)", "draft: true\n"),
  "posts/waiting.md": post("Wait", "Some words.").replace("2026-01-05", "2027-01-05"),
};

function begin(): string {
  const blog = temporaryFolder();
  writeBlog(blog, new Map(Object.entries(files)));
  return blog;
}

test("a single # below ## is told where the outline breaks, with the line that is to be changed", async () => {
  const blog = temporaryFolder();
  const body = "## Intro\n\nWords.\n\n# Second title\n\nWords.\n\n## More\n\nWords.";
  writeBlog(
    blog,
    new Map([
      ["_data/site.ts", files["_data/site.ts"]],
      ["posts/a.md", post("A", body)],
    ]),
  );
  const { code, stderr } = await runScript("check", ["--blog", blog, "--now", now, "--no-cache"]);
  expect([code, stderr.trimEnd().replace(/^.*posts/, "posts")]).toEqual([
    0,
    "posts/a.md:6:1: warning: the heading leaves a level out (found ## Intro). Write the `#` of line 10 with `##`: the page's title is above it, so that it moves all others down.",
  ]);
});

describe("links to what is not out yet, or to nothing", () => {
  test("are published as their words alone, in pages and feeds", async () => {
    const blog = begin();
    const output = join(blog, "out");
    const built = await runScript("build", ["--blog", blog, "--output", output, "--now", now, "--no-cache", "--quiet"]);
    expect(built.code).toBe(0);
    const page = readFileSync(join(output, "posts/tea/index.html"), "utf8");
    expect(page).toContain('Ride the last <em>tram</em>, <a title="x">wait</a>\nand see, h, f or m.');
    const feed = JSON.parse(readFileSync(join(output, "feed.json"), "utf8"));
    expect(JSON.stringify(feed)).toContain("Ride the last <em>tram</em>, ");
    for (const file of ["feed.xml", "feed.json", "posts/tea/index.html", "index.html"]) {
      expect(readFileSync(join(output, file), "utf8")).not.toMatch(/the-last-tram|waiting\.md|mailto:"/);
    }
    // nginx would not start without the file that its configuration includes.
    expect(readFileSync(join(output, "nginx-redirects.conf"), "utf8")).toMatch(
      /^map \$uri \$klatsch_redirect \{\n {2}default "";\n\}$/m,
    );
  });

  test("are told at their places, as they were typed, with what was meant", async () => {
    const { stderr } = await runScript("check", ["--blog", begin(), "--now", now, "--no-cache"]);
    const lines = stderr.split("\n").flatMap((line) => /posts\/tea\.md:(.*)$/.exec(line)?.[1] ?? []);
    const withheld = "the link leads to a post that is not published";
    const later = "Publish that post, or leave the link out; until then, its words stand without it.";
    const empty = "Write the address, or leave the link out.";
    expect(lines).toEqual([
      `6:24: warning: ${withheld} (found ./the-last-tram.md). ${later}`,
      `6:45: warning: ${withheld} (found ./waiting.md). ${later}`,
      `7:5: warning: ${withheld} (found ./waiting.md). ${later}`,
      `7:39: the link has no address. ${empty}`,
      `7:48: the link has no address (found http://). ${empty}`,
      `7:64: the link has no address (found mailto:). ${empty}`,
      "9:5: the link leads to no page (found /leaf/posts/monday/). Write it without the blog's path: `/posts/monday/`.",
      "9:30: warning: the link leads to a place that is not on its page (found ./monday.md#watter). Did you mean `#water`?",
      "9:54: the link leads to no page (found monday). Did you mean `./monday.md`?",
      "9:66: the link leads to no page (found ./monady.md). Did you mean `./monday.md`?",
    ]);
  });
});
