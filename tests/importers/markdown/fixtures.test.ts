import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseFixtures } from "../../markdown/fixtures.ts";
import { importSite } from "./import-folder.ts";

const folder = new URL("fixtures/", import.meta.url);

type Site = { readonly files: Readonly<Record<string, string>>; readonly probe: string; readonly front: string };

const blackTea = "Pour.\n\n## What's next\n\n## Milk\n";

const sites: Readonly<Record<string, Site>> = {
  jekyll: {
    probe: "_posts/2021-03-04-probe.md",
    front: "---\ntitle: Probe\n---\n",
    files: {
      "_config.yml": "title: The Samovar\nurl: https://tea.example\nbaseurl: /blog\nauthor: {name: Ana}\n",
      "_posts/2020-05-01-black-tea.md": `---\ntitle: Black tea\n---\n${blackTea}`,
      "files/list.pdf": "pdf",
      "images/cup.png": "png",
    },
  },
  hexo: {
    probe: "source/_posts/probe.md",
    front: "---\ntitle: Probe\ndate: 2021-03-04 10:00:00\n---\n",
    files: {
      "_config.yml": "title: The Samovar\nurl: https://tea.example\npermalink: :year/:month/:day/:title/\n",
      "source/_posts/black-tea.md": `title: Black tea\ndate: 2020-05-01 09:00:00\n---\n${blackTea}`,
      "source/_posts/probe/cup.png": "png",
      "source/_posts/probe/list.pdf": "pdf",
    },
  },
  hugo: {
    probe: "content/posts/probe/index.md",
    front: "+++\ntitle = 'Probe'\ndate = 2021-03-04\n[params]\nstrength = 'strong'\n+++\n",
    files: {
      "hugo.toml": "baseURL = 'https://tea.example/'\ntitle = 'The Samovar'\n[params]\ntea = 'green'\n",
      "content/posts/black-tea.md": `---\ntitle: Black tea\ndate: 2020-05-01\n---\n${blackTea}`,
      "content/posts/probe/cup.png": "png",
    },
  },
  zola: {
    probe: "content/posts/probe.md",
    front: '+++\ntitle = "Probe"\ndate = 2021-03-04\n+++\n',
    files: {
      "config.toml": 'base_url = "https://tea.example"\ntitle = "The Samovar"\n',
      "content/posts/black-tea.md": `+++\ntitle = "Black tea"\ndate = 2020-05-01\n+++\n${blackTea}`,
    },
  },
};

describe.each(Object.entries(sites))("a text of %s", (name, { files, probe, front }) => {
  const pairs = parseFixtures(readFileSync(new URL(`${name}.txt`, folder), "utf8"));

  it.each(pairs)("$title", async ({ input, output }) => {
    const { files: written } = await importSite({ ...files, [probe]: front + input });
    const [path = ""] = Object.keys(written).filter((file) => /posts\/2021\/probe(?:\/index)?\.md$/.test(file));
    const body = written[path]?.replace(/^---\n[^]*?\n---\n\n/, "");
    expect(body).toBe(output);
  });
});
