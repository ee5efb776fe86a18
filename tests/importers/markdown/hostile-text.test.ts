import { describe, expect, it } from "vitest";
import { importSite } from "./import-folder.ts";

const often = 30_000;

/** Beginnings without ends, and what is nested without end. */
const texts: Readonly<Record<string, string>> = {
  tags: "{%".repeat(often),
  values: "{{".repeat(often),
  shortcodes: "{{<".repeat(often),
  "nested shortcodes": "{{< a >}}".repeat(often / 3) + "{{< /a >}}".repeat(often / 3),
  "open raw": "{% raw %}".repeat(often),
  "loops in loops": `{% assign a = "1|2|3|4|5|6|7|8|9" | split: "|" %}${"{% for x in a %}".repeat(9)}y${"{% endfor %}".repeat(9)}`,
  links: "![](".repeat(often),
  brackets: "[".repeat(often),
  backticks: Array.from({ length: 300 }, (_, index) => "`".repeat(index)).join(" "),
  dollars: "$$a".repeat(often),
  attributes: "{: a".repeat(often),
  comments: "{::comment}".repeat(often),
  headings: "# a {#b\n".repeat(often),
  elements: "<a href=".repeat(often),
  marks: "<!-- more".repeat(often),
};

describe("a text without end takes no time without end", () => {
  it.each(["jekyll", "hexo", "hugo", "zola"])("%s", async (generator) => {
    const folder = { jekyll: "_posts", hexo: "source/_posts" }[generator] ?? "content/posts";
    const front = generator === "zola" ? "+++\ntitle = 'T'\n+++\n" : "---\ntitle: T\n---\n";
    const site = Object.fromEntries(
      Object.entries(texts).map(([name, text], index) => [`${folder}/2020-01-${index + 10}-${name}.md`, front + text]),
    );
    const blog = await importSite(site, { generator });
    expect(Object.keys(blog.records)).toHaveLength(Object.keys(texts).length);
    expect(Object.values(blog.files).every((text) => text.length < 1_500_000)).toBe(true);
  });
});
