import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { countRecords, importFolder, importSite, makeSite, type Imported } from "./import-folder.ts";

const yaml = (lines: string, text = "Text\n") => `---\n${lines}\n---\n${text}`;
const urlsOf = ({ records }: Imported, key: string) =>
  records[key]?.urls.map((row) => (row.outcome === "gone" ? [row.from, "gone"] : [row.from, row.outcome, row.to]));
const pathOf = ({ records }: Imported, key: string) =>
  records[key]?.outcome.kind === "written" ? records[key].outcome.path : undefined;

describe("Jekyll", () => {
  it.each([
    ["date", "/tea/2020/05/01/Black-tea.html", "/:category/:year/:month/:day/:slug.html"],
    ["pretty", "/tea/2020/05/01/Black-tea/", "/:category/:year/:month/:day/:slug/"],
    ["none", "/tea/Black-tea.html", "/:category/:slug.html"],
    ["ordinal", "/tea/2020/122/Black-tea.html", "/:category/:year/122/:slug.html"],
    ["/:year/:i_month/:slug", "/2020/5/black-tea", "/:year/5/:slug/"],
    ["/blog/:title.html", "/blog/Black-tea.html", "/blog/:slug.html"],
  ])("permalink %s: the old address %s answers", async (permalink, old, pattern) => {
    const blog = await importSite({
      "_config.yml": `title: Tea\npermalink: ${permalink}`,
      "_posts/2020-05-01-Black-tea.md": yaml("title: Black\ncategories: Tea"),
    });
    expect(urlsOf(blog, "_posts/2020-05-01-Black-tea.md")?.[0]?.[0]).toBe(old);
    expect(blog.files["_data/site.ts"]).toContain(`permalink: ${JSON.stringify(pattern)}`);
  });

  it("reads settings, defaults, menu, authors and the base path", async () => {
    const blog = await importSite({
      "_config.yml": [
        "title: The Samovar",
        "description: Tea and talk",
        "url: https://tea.example",
        "baseurl: /blog",
        "lang: de_AT",
        "timezone: Europe/Vienna",
        "author: ana",
        "email: ana@example.org",
        "defaults:",
        "  - scope: {path: '', type: posts}",
        "    values: {author: ana, comments: false}",
        "  - scope: {path: notes}",
        "    values: {author: ben}",
      ].join("\n"),
      "_data/authors.yml":
        "ana: {name: Ana Mint, email: ana@example.org, bio: Pours., web: https://ana.example}\nzoe: {name: Zoe}",
      "_data/navigation.yml":
        "- {title: About, url: /about/}\n- {title: Shop, url: /shop/}\n- {title: Code, url: https://code.example}",
      "about.md": yaml("title: About\npermalink: /about/"),
      "notes/_posts/2020-05-01-tea.md": yaml("title: Tea\ntags: green black"),
    });
    const site = blog.files["_data/site.ts"] ?? "";
    for (const part of [
      'title: "The Samovar"',
      'url: "https://tea.example/blog/"',
      'language: "de-AT"',
      'timezone: "Europe/Vienna"',
      'author: "ana"',
    ])
      expect(site).toContain(part);
    expect(site).toContain('{ label: "About", url: "/about/" }');
    expect(site).toContain('{ label: "Code", url: "https://code.example" }');
    expect(site).not.toContain("Shop");
    expect(JSON.parse(blog.files["_data/authors.json"] ?? "")).toEqual({
      ana: { name: "Ana Mint", bio: "Pours.", url: "https://ana.example" },
    });
    expect(blog.files["posts/2020/tea.md"]).toBe(
      "---\ntitle: Tea\ndate: 2020-05-01\ncategories: [notes]\ntags: [green, black]\nauthor: ben\ncomments: false\n---\n\nText\n",
    );
    expect(JSON.stringify(blog.files)).not.toContain("@example.org");
  });

  it("skips templates with a reason, and takes no file for a post that Jekyll took for none", async () => {
    const blog = await importSite({
      "_config.yml": "title: Tea",
      "index.html": yaml("layout: home"),
      "index.md": yaml("layout: home"),
      "README.md": "About the repository\n",
      "plain.md": "No front matter\n",
      "tags.md": yaml("title: Tags"),
      "_posts/undated.md": yaml("title: Undated"),
      "_posts/2020-05-01-tea.md": yaml("title: Tea"),
      "_includes/x.md": "x",
    });
    const reasons = Object.fromEntries(Object.entries(blog.records).map(([key, { outcome }]) => [key, outcome.kind]));
    expect(reasons).toEqual({
      "README.md": "skipped",
      "_posts/2020-05-01-tea.md": "written",
      "_posts/undated.md": "written",
      "index.html": "skipped",
      "index.md": "skipped",
      "plain.md": "skipped",
      "tags.md": "skipped",
    });
    expect(blog.files["posts/drafts/undated.md"]).toContain("draft: true");
    expect(countRecords(blog)).toEqual(blog.expected);
  });

  it("finds the site below the folder, and the folder of posts alone", async () => {
    const posts = { "2020-05-01-tea.md": yaml("title: Tea") };
    const inDocs = await importSite(
      { "docs/_posts/2020-05-01-tea.md": yaml("title: Tea"), "README.md": "x" },
      { permalink: "pretty" },
    );
    expect(urlsOf(inDocs, "docs/_posts/2020-05-01-tea.md")).toEqual([["/2020/05/01/tea/", "same", "/2020/05/01/tea/"]]);
    const alone = await importSite(
      Object.fromEntries(Object.entries(posts).map(([name, text]) => [`x/_posts/${name}`, text])),
      { below: "x/_posts", permalink: "pretty" },
    );
    expect(urlsOf(alone, "2020-05-01-tea.md")).toEqual([["/2020/05/01/tea/", "same", "/2020/05/01/tea/"]]);
  });

  it("copies the pictures that texts show to their old address, and names those that are missing", async () => {
    const blog = await importSite({
      "_config.yml": "title: Tea\nbaseurl: /blog\nurl: https://tea.example",
      "_posts/2020-05-01-tea.md": yaml(
        "title: Tea\nimage: /assets/Cover.png",
        "![a](/blog/assets/a%20b.png) ![b](/assets/none.png) ![c](https://else.example/c.png) [d](https://tea.example/blog/list.pdf)\n",
      ),
      "assets/a b.png": "a",
      "assets/Cover.png": "c",
      "assets/unused.png": "u",
      "list.pdf": "pdf",
    });
    expect(blog.files["posts/2020/tea.md"]).toContain(
      "![a](/assets/a%20b.png) ![b](/assets/none.png) ![c](https://else.example/c.png) [d](/list.pdf)",
    );
    expect(blog.files["posts/2020/tea.md"]).toContain("image: /assets/Cover.png");
    expect(Object.keys(blog.files).filter((path) => path.startsWith("public/"))).toEqual([
      "public/assets/Cover.png",
      "public/assets/a b.png",
      "public/list.pdf",
    ]);
    expect(blog.records["_posts/2020-05-01-tea.md"]?.media.map(({ from, outcome }) => [from, outcome])).toEqual([
      ["/assets/none.png", "failed"],
      ["https://else.example/c.png", "left"],
    ]);
    expect(blog.rest.findings.find(({ kind }) => kind === "file")?.found).toBe("assets/unused.png");
    expect(countRecords(blog)).toEqual(blog.expected);
  });
});

describe("Hexo", () => {
  const config = {
    "_config.yml":
      "title: Tea\nurl: https://tea.example\npermalink: :year/:month/:day/:title/\nnew_post_name: :title.md\n",
  };

  it("nests categories, pins, and takes the folder beside a post along", async () => {
    const blog = await importSite({
      ...config,
      "source/_posts/Tea.md":
        "title: Tea\ndate: 2020-05-01 10:00:00\ncategories:\n- Drinks\n- Hot\ntags: green tea\nsticky: 3\n---\n![c](cup.png)\n",
      "source/_posts/Tea/cup.png": "c",
      "source/about/index.md": yaml("title: About"),
      "source/_drafts/cake.md": yaml("title: Cake\ndate: 2020-06-01"),
    });
    expect(blog.files["posts/2020/tea/index.md"]).toBe(
      "---\ntitle: Tea\ndate: 2020-05-01 10:00:00\ncategories: [Drinks/Hot]\ntags: [green tea]\npinned: true\naliases: [/2020/05/01/Tea/]\n---\n\n![c](cup.png)\n",
    );
    expect(blog.files["posts/2020/tea/cup.png"]).toBe(Buffer.from("c").toString("hex"));
    expect(urlsOf(blog, "source/about/index.md")).toEqual([["/about/", "same", "/about/"]]);
    expect(pathOf(blog, "source/_drafts/cake.md")).toBe("posts/drafts/cake.md");
  });

  it("keeps what has a password to itself", async () => {
    const blog = await importSite({
      ...config,
      "source/_posts/secret.md": yaml("title: My secret\ndate: 2020-05-01\npassword: hunter2", "Hidden words\n"),
      "source/_posts/tea.md": yaml("title: Tea\ndate: 2020-05-01"),
    });
    expect(blog.records["source/_posts/secret.md"]).toEqual({
      key: "source/_posts/secret.md",
      type: "post",
      status: "password",
      outcome: { kind: "skipped", reason: expect.any(String) },
      urls: [],
      comments: [],
      media: [],
      findings: [],
    });
    expect(JSON.stringify([blog.files, blog.rest, blog.records])).not.toMatch(/hunter2|My secret|Hidden words/);
    expect(countRecords(blog)).toEqual(blog.expected);
  });

  it("makes drafts of posts without a date", async () => {
    const blog = await importSite({
      ...config,
      "source/_posts/tea.md": yaml("title: Tea"),
      "source/_posts/cake.md": yaml("title: Cake\ndate: 2020-01-02"),
    });
    expect(blog.files["posts/drafts/tea.md"]).toBe("---\ntitle: Tea\ndate: 2020-01-02\ndraft: true\n---\n\nText\n");
    expect(blog.records["source/_posts/tea.md"]?.findings[0]).toMatchObject({ kind: "date", outcome: "changed" });
  });
});

describe("Hugo", () => {
  it("reads bundles, sections, aliases, menus, terms and patterns", async () => {
    const blog = await importSite({
      "hugo.yaml":
        "baseURL: https://tea.example/\ntitle: Tea\npermalinks:\n  posts: /:year/:month/:slug/\nmenu:\n  main:\n    - {name: About, url: /about/, weight: 2}\n    - {name: Posts, url: /posts/, weight: 1}\n",
      "content/_index.md": yaml("title: Home"),
      "content/about.md": yaml("title: About"),
      "content/posts/_index.md": yaml("title: All posts", ""),
      "content/posts/black/index.md": yaml(
        'title: "Black: tea"\ndate: 2020-05-01T23:30:00-05:00\nslug: schwarz\naliases: [/old/black.html, relative]\ntags: [C++]\nseries: [Leaves]\ndraft: false\nweight: 3',
        "![c](cup.png)\n",
      ),
      "content/posts/black/cup.png": "c",
      "content/posts/black/notes.md": yaml("title: Notes"),
      "content/posts/old.md": yaml("title: Old\ndate: 2019-05-01\nexpiryDate: 2020-01-01"),
      "content/posts/org.org": "* Org",
      "content/tags/c++/_index.md": yaml("title: C++\ndescription: Strong."),
      "static/x.png": "x",
    });
    expect(blog.files["posts/2020/schwarz/index.md"]).toBe(
      [
        "---",
        'title: "Black: tea"',
        "date: 2020-05-01 23:30:00 -0500",
        "tags: [C++]",
        "aliases:",
        "  - /old/black.html",
        "  - /relative",
        "series: Leaves",
        "---",
        "",
        "![c](cup.png)",
        "",
      ].join("\n"),
    );
    expect(blog.files["_data/site.ts"]).toContain('permalink: "/:year/:month/:slug/"');
    expect(blog.files["_data/site.ts"]).toMatch(
      /label: "Posts", url: "\/archive\/" \},\n.*label: "About", url: "\/about\/"/,
    );
    expect(JSON.parse(blog.files["_data/redirects.json"] ?? "")).toMatchObject({
      "/index.xml": "/feed.xml",
      "/posts/": "/archive/",
      "/tags/c++/": "/tags/c/",
    });
    expect(JSON.parse(blog.files["_data/terms.json"] ?? "")).toEqual({ tags: { "C++": { description: "Strong." } } });
    expect(blog.records["content/posts/black/notes.md"]?.outcome.kind).toBe("skipped");
    expect(blog.records["content/posts/org.org"]?.outcome.kind).toBe("skipped");
    expect(blog.records["content/posts/old.md"]?.status).toBe("draft");
    expect(countRecords(blog)).toEqual(blog.expected);
  });

  it("knows languages by names and folders, and links translations", async () => {
    const blog = await importSite({
      "hugo.toml":
        "baseURL = 'https://tea.example/'\ndefaultContentLanguage = 'en'\n[languages.en]\ntitle = 'Tea'\n[languages.de]\n",
      "content/posts/tea.md": yaml("title: Tea\ndate: 2020-05-01"),
      "content/posts/tea.de.md": yaml("title: Tee\ndate: 2020-05-02"),
    });
    expect(blog.files["posts/2020/tea-de.md"]).toBe(
      "---\ntitle: Tee\ndate: 2020-05-02\naliases: [/de/posts/tea/]\nlang: de\ntranslationOf: tea\n---\n\nText\n",
    );
  });
});

describe("Zola", () => {
  it("knows `path`, slugs, taxonomies, weights and its own way to make slugs", async () => {
    const blog = await importSite({
      "config.toml":
        'base_url = "https://tea.example"\ntitle = "Tea"\n[extra]\nmenu = [{ name = "Tea", url = "/2014/12/12/1.0-Timeline/" }]\n',
      "content/timeline.md":
        '+++\ntitle = "Timeline"\npath = "/2014/12/12/1.0-Timeline"\naliases = ["releases/1.0"]\n[taxonomies]\ntags = ["a b"]\n[extra]\nteam = "x"\n+++\nText\n',
      "content/2015-01-02_Über Tee.md": '+++\ntitle = "Über Tee"\n+++\nText\n',
      "content/a.md": '+++\ntitle = "A"\npath = "2016/01/01/A.b"\n[extra]\nteam = "y"\n+++\nText\n',
    });
    expect(blog.files["posts/2014/1-0-timeline.md"]).toBe(
      "---\ntitle: Timeline\ndate: 2014-12-12\ntags: [a b]\naliases:\n  - /2014/12/12/1.0-Timeline/\n  - /releases/1.0\n---\n\nText\n",
    );
    expect(urlsOf(blog, "content/2015-01-02_Über Tee.md")?.[0]?.[0]).toBe("/uber-tee/");
    expect(blog.files["_data/site.ts"]).toContain('permalink: "/:year/:month/:day/:slug/"');
    expect(blog.files["_data/site.ts"]).toContain('{ label: "Tea", url: "/2014/12/12/1-0-timeline/" }');
    expect(blog.rest.findings.filter(({ found }) => found.startsWith("extra.team"))).toEqual([
      expect.objectContaining({ note: expect.stringContaining("In 2 files, first in content/a.md, line 5.") }),
    ]);
  });
});

describe("Eleventy", () => {
  it("reads data files and templates of addresses, and runs no program", async () => {
    const blog = await importSite({
      "eleventy.config.js": "throw new Error('run'); export default () => ({ dir: { input: 'src' } });",
      "src/_data/metadata.json": '{"title": "Tea", "url": "https://tea.example/", "language": "en"}',
      "src/posts/posts.json": '{"tags": "posts", "permalink": "/blog/{{ page.fileSlug }}/index.html"}',
      "src/posts/2020-05-01-tea.md": yaml("title: Tea\ntags: [posts, green]"),
      "src/posts/2020-05-02-cake.md": yaml("title: Cake\npermalink: '/x/{{ collections.all }}/'"),
      "src/about.md": yaml("title: About"),
    });
    expect(blog.files["posts/2020/tea.md"]).toBe("---\ntitle: Tea\ndate: 2020-05-01\ntags: [green]\n---\n\nText\n");
    expect(urlsOf(blog, "src/posts/2020-05-01-tea.md")).toEqual([["/blog/tea/", "same", "/blog/tea/"]]);
    expect(blog.records["src/posts/2020-05-02-cake.md"]?.findings.map(({ kind }) => kind)).toEqual(["url"]);
    expect(blog.files["pages/about.md"]).toBeDefined();
    expect(blog.rest.findings.find(({ found }) => found === "eleventy.config.js")?.outcome).toBe("dropped");
  });
});

describe("any folder", () => {
  it("gives two texts of one name two addresses, files and ids", async () => {
    const blog = await importSite({
      "hugo.toml": "baseURL = 'https://tea.example/'",
      "content/posts/Tea!.md": yaml("title: One\ndate: 2020-05-01"),
      "content/posts/tea.md": yaml("title: Two\ndate: 2020-05-01"),
      "content/notes/tea.md": yaml("title: Three\ndate: 2020-05-01"),
      "content/tea.md": yaml("title: Four"),
    });
    const written = Object.values(blog.records).flatMap(({ outcome }) =>
      outcome.kind === "written" ? outcome.path : [],
    );
    expect(new Set(written.map((path) => path.toLowerCase())).size).toBe(4);
    const addresses = Object.values(blog.records).map(({ urls }) => urls.at(0));
    expect(new Set(addresses.map((row) => (row && row.outcome !== "gone" ? row.to : row))).size).toBe(4);
    const ids = Object.values(blog.files).flatMap((text) => /^id: (.*)$/m.exec(text)?.[1] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives an address to one text alone, and says who has it", async () => {
    const blog = await importSite({
      "_config.yml": "title: Tea\npermalink: pretty",
      "_posts/2020-05-01-a.md": yaml("title: A\nredirect_from: [/x/, /2020/05/02/b/]"),
      "_posts/2020-05-02-b.md": yaml("title: B\nredirect_from: /x/"),
    });
    expect(urlsOf(blog, "_posts/2020-05-02-b.md")).toEqual([
      ["/2020/05/02/b/", "same", "/2020/05/02/b/"],
      ["/x/", "gone"],
    ]);
    expect(urlsOf(blog, "_posts/2020-05-01-a.md")).toContainEqual(["/2020/05/02/b/", "gone"]);
  });

  it.each(["../../x", "/../x", "..\\..\\x", "a/../../../b", "x".repeat(300), "con", "a\u0000b", "%2e%2e/%2e%2e/x"])(
    "stays inside whatever `path` says: %j",
    async (path) => {
      const blog = await importSite({
        "config.toml": 'base_url = "https://tea.example"',
        "content/tea.md": `+++\ntitle = "Tea"\ndate = 2020-05-01\npath = ${JSON.stringify(path)}\naliases = [${JSON.stringify(path)}]\n+++\n![x](../../../../../../etc/passwd)\n`,
      });
      const written = Object.keys(blog.files).filter((file) => file.startsWith("posts/"));
      expect(written).toHaveLength(1);
      expect(written[0]).toMatch(/^posts\/2020\/[^/]{1,210}\.md$/);
      expect(written[0]).not.toMatch(/\.\.|\\|\/con\.md/);
      expect(Object.keys(blog.files).filter((file) => file.startsWith("public/"))).toEqual([]);
    },
  );

  it("follows no link out of the folder", async () => {
    const outside = join(temporaryFolder(), "secret.png");
    writeFileSync(outside, "secret");
    const root = makeSite({
      "_config.yml": "title: Tea",
      "_posts/2020-05-01-a.md": yaml("title: A", "![x](/x.png)\n"),
    });
    symlinkSync(outside, join(root, "x.png"));
    const blog = await importFolder(root);
    expect(JSON.stringify(blog.files)).not.toContain(Buffer.from("secret").toString("hex"));
    expect(blog.records["x.png"]?.outcome.kind).toBe("skipped");
  });

  it("reads other encodings and ends of lines, and says so", async () => {
    const blog = await importSite({
      "_config.yml": "title: Tea",
      "_posts/2020-05-01-a.md": Buffer.from("---\r\ntitle: Caf\u00e9\r\n---\r\nText\r\n", "latin1"),
      "_posts/2020-05-02-b.md": "\uFEFF---\r\ntitle: B\r\n---\r\nText\r\n",
    });
    expect(blog.files["posts/2020/a.md"]).toBe("---\ntitle: Café\ndate: 2020-05-01\n---\n\nText\n");
    expect(blog.files["posts/2020/b.md"]).toBe("---\ntitle: B\ndate: 2020-05-02\n---\n\nText\n");
    expect(blog.records["_posts/2020-05-01-a.md"]?.findings[0]).toMatchObject({ kind: "source", outcome: "repaired" });
  });

  it("keeps a text with broken front matter as a draft", async () => {
    const blog = await importSite({
      "_config.yml": "title: Tea",
      "_posts/2020-05-01-a.md": "---\ntitle: A: b\ntags: [x\n---\nText\n",
    });
    expect(blog.files["posts/drafts/a.md"]).toBe(
      "---\ntitle: \"A: b\"\ndate: 2020-05-01\ntags: '[x'\ndraft: true\n---\n\nText\n".replace("'[x'", '["[x"]'),
    );
  });

  it("keeps every source, and no two by one name", async () => {
    const blog = await importSite({
      "_config.yml": "title: Tea",
      "_posts/2020-05-01-a.md": yaml("title: A"),
      "_posts/2020-05-01-A.md": yaml("title: B"),
    });
    expect(new Set(blog.raws.map((name) => name.toLowerCase())).size).toBe(2);
  });

  it("says that there is nothing to import", async () => {
    await expect(importSite({ "x.txt": "x" })).rejects.toThrow(/has no Markdown file in it/);
  });

  it("takes the word of who knows the generator", async () => {
    const site = { "posts/tea.md": yaml("title: Tea\ndate: 2020-05-01") };
    const blog = await importSite(site, { generator: "eleventy" });
    expect(urlsOf(blog, "posts/tea.md")).toEqual([["/posts/tea/", "same", "/posts/tea/"]]);
    await expect(importSite(site, { generator: "gatsby" })).rejects.toThrow(/no generator gatsby/);
  });

  it("comes out the same twice", async () => {
    const root = makeSite({
      "_config.yml": "title: Tea",
      "_posts/2020-05-01-a.md": yaml("title: A"),
      "_posts/2020-05-02-b.md": yaml("title: B", "[a]({% post_url 2020-05-01-a %})\n"),
    });
    expect(await importFolder(root)).toEqual(await importFolder(root));
  });
});
