import { enginePath } from "../../src/eleventy/engine.ts";
import { makeHugePng } from "../support/make-images.ts";
import type { BlogFiles, SoundBlog, SoundPost } from "../support/sound-blog.ts";

/** A mistake that was put into a blog: `line` is counted in the finished text, by nothing of ours. */
export type Mistake = { readonly id: string; readonly file: string; readonly line: number };

/** `at`: the line itself, or a text that stands on it alone; `below` counts on from there. */
type Planned = { readonly id: string; readonly file: string; readonly at: string | number; readonly below: number };

/** A sound blog into which mistakes are put one by one, each into a post of its own. */
export class Garden {
  readonly files: BlogFiles;
  readonly #posts: readonly SoundPost[];
  readonly #taken = new Set<number>();
  readonly #planned: Planned[] = [];

  constructor({ files, posts }: SoundBlog) {
    this.files = new Map(files);
    this.#posts = posts;
  }

  /** A post that has no mistake yet. */
  take(isFit: (post: SoundPost) => boolean = () => true): SoundPost {
    const post = this.#posts.find((one) => !this.#taken.has(one.number) && isFit(one));
    if (!post) throw new Error("the blog is too small for so many mistakes");
    this.#taken.add(post.number);
    return post;
  }

  read(path: string): string {
    const content = this.files.get(path);
    if (typeof content !== "string") throw new Error(`there is no text ${path}`);
    return content;
  }

  edit(path: string, change: (text: string) => string): void {
    const before = this.read(path);
    const after = change(before);
    if (after === before) throw new Error(`nothing was changed in ${path}`);
    this.files.set(path, after);
  }

  replace(path: string, found: string | RegExp, text: string): void {
    this.edit(path, (before) => before.replace(found, () => text));
  }

  write(path: string, content: string | Uint8Array): void {
    if (this.files.has(path)) throw new Error(`${path} is there already`);
    this.files.set(path, content);
  }

  /** A line at the top of a post's front matter. */
  addKey(path: string, line: string): void {
    this.edit(path, (text) => text.replace(/^(\uFEFF?---\r?\n)/, (top) => `${top}${line}\n`));
  }

  /** Another value for a key, on its line. */
  setKey(path: string, line: string): void {
    this.replace(path, new RegExp(`^${line.split(":")[0]}:.*$`, "m"), line);
  }

  addText(path: string, text: string): void {
    this.edit(path, (before) => `${before}\n${text}\n`);
  }

  expect(id: string, file: string, at: string | number, below = 0): void {
    this.#planned.push({ id, file, at, below });
  }

  /** In a post of its own: a line of front matter, which is the place. */
  key(id: string, line: string, isFit?: (post: SoundPost) => boolean): SoundPost {
    const post = this.take(isFit);
    const key = line.split(":")[0] ?? "";
    if (new RegExp(`^${key}:`, "m").test(this.read(post.path))) this.setKey(post.path, line);
    else this.addKey(post.path, line);
    this.expect(id, post.path, line.split("\n").at(-1) ?? "");
    return post;
  }

  /** In a post of its own: a text at its end; `at` is on the line that is told. */
  text(id: string, text: string, at = text, isFit?: (post: SoundPost) => boolean, below = 0): SoundPost {
    const post = this.take(isFit);
    this.addText(post.path, text);
    this.expect(id, post.path, at, below);
    return post;
  }

  /** In the thread of a post of its own. */
  thread(id: string, found: string | RegExp, text: string, { at = text, below = 0 } = {}): SoundPost {
    const post = this.take(({ hasThread }) => hasThread);
    const path = `comments/${post.slug}.json`;
    this.replace(path, found, text);
    this.expect(id, path, at, below);
    return post;
  }

  get mistakes(): Mistake[] {
    return this.#planned.map(({ id, file, at, below }) => ({ id, file, line: this.#lineOf(file, at) + below }));
  }

  #lineOf(file: string, at: string | number): number {
    if (typeof at === "number") return at;
    const text = this.read(file);
    const [above = "", ...rest] = text.split(at);
    if (rest.length !== 1) throw new Error(`${JSON.stringify(at)} is ${rest.length} times in ${file}`);
    return above.split("\n").length;
  }
}

const isEnglish = ({ lang }: SoundPost): boolean => lang === "en";
const isPlain = ({ path, isBundle }: SoundPost): boolean => !isBundle && !/\d{4}-\d{2}-\d{2}-/.test(path);
const isDated = ({ path }: SoundPost): boolean => /\d{4}-\d{2}-\d{2}-/.test(path);
const isBundle = (post: SoundPost): boolean => post.isBundle;
const hasTags = ({ number }: SoundPost): boolean => number % 5 !== 4;
const hasNoTags = (post: SoundPost): boolean => !hasTags(post);
const hasSeries = ({ number }: SoundPost): boolean => number % 8 === 0;
const hasNoSeries = (post: SoundPost): boolean => !hasSeries(post);
const hasNoAuthor = ({ number }: SoundPost): boolean => number % 10 !== 7 && number % 12 !== 5;
const hasNoAliases = ({ number }: SoundPost): boolean => number % 9 !== 2;
const hasNoThread = ({ hasThread }: SoundPost): boolean => !hasThread;
const isEven = ({ number }: SoundPost): boolean => number % 2 === 0;
const all =
  (...tests: ((post: SoundPost) => boolean)[]) =>
  (post: SoundPost): boolean =>
    tests.every((test) => test(post));

const head = (title: string, more = ""): string => `---\ntitle: ${title}\ndate: 2024-03-04\n${more}---\n\n`;

/** Puts every kind of mistake into a garden, most of them several times. */
export function plantMistakes(garden: Garden): void {
  plantFiles(garden);
  plantFrontMatter(garden);
  plantDates(garden);
  plantAddresses(garden);
  plantRedirects(garden);
  plantTerms(garden);
  plantTexts(garden);
  plantLinks(garden);
  plantImages(garden);
  plantRich(garden);
  plantTranslations(garden);
  plantStrings(garden);
  plantThreads(garden);
  plantSettings(garden);
  plantOverrides(garden);
  plantSilence(garden);
  plantSlips(garden);
}

function plantFiles(garden: Garden): void {
  for (const content of ["", "\n\n", "  \n"]) {
    const { path } = garden.take();
    garden.files.set(path, content);
    garden.expect("file-empty", path, 1);
  }
  for (let count = 0; count < 4; count++) {
    const { path } = garden.take();
    const text = garden.read(path);
    const line = text.split("\n").length + 2;
    garden.files.set(
      path,
      Buffer.concat([Buffer.from(`${text}\n\n`), Buffer.from([0x74, 0xe9, 0x65]), Buffer.from("\n")]),
    );
    garden.expect("file-encoding", path, line);
  }
  const without = (path: string) => garden.edit(path, (text) => text.replace(/^\uFEFF?---\r?\n[^]*?---\r?\n/, ""));
  for (let count = 0; count < 2; count++) {
    const { path } = garden.take();
    without(path);
    garden.expect("front-matter-missing", path, 1);
  }
  const toml = garden.take();
  garden.edit(toml.path, (text) => text.replace(/^\uFEFF?---\r?\n/, "+++\n").replace(/^---\r?$/m, "+++"));
  garden.expect("front-matter-missing", toml.path, 1);
  const below = garden.take(({ number }) => number % 13 !== 6);
  garden.edit(below.path, (text) => `\n\n${text}`);
  garden.expect("front-matter-missing", below.path, 1);
  for (let count = 0; count < 3; count++) {
    const { path } = garden.take();
    garden.edit(path, (text) => text.replace(/^---(\r?\n\r?\n)/m, "$1"));
    garden.expect("front-matter-open", path, 1);
  }
  for (const line of [
    'series: "never closed',
    "series: one: two",
    "series: @home",
    "series: [a, b",
    "\tdraft: true",
    "draft:true",
    "tags: *nothing",
  ]) {
    const { path } = garden.take(all(hasNoSeries, hasNoTags));
    garden.addKey(path, line);
    garden.expect("front-matter-yaml", path, line.trim());
  }
}

function plantFrontMatter(garden: Garden): void {
  garden.key("front-matter-type", "draft: perhaps");
  garden.key("front-matter-type", "comments: sometimes");
  garden.key("front-matter-type", "tags: [[tea]]", hasTags);
  garden.key("front-matter-type", "image: [a, b]", ({ isBundle: isIn }) => !isIn);
  garden.key("front-matter-type", "series: { name: Tea }", hasNoSeries);
  garden.key("front-matter-type", "noindex: 1");
  garden.key("front-matter-key", "categorie: Tea");
  garden.key("front-matter-key", "layout: post");
  garden.key("front-matter-key", "last_modified_at: 2026-01-01");
  garden.key("front-matter-key", "Draft: true");
  garden.key("front-matter-key", "constructor: me");
  for (const key of ["pinned", "toc", "noindex"]) {
    const { path } = garden.take();
    garden.addKey(path, `${key}: false\nslow: true\n${key}: true`);
    garden.expect("front-matter-duplicate", path, `${key}: true`);
    garden.expect("front-matter-key", path, "slow: true");
  }
  for (const line of ["title:", "title: ~", 'title: "  "']) garden.key("title-missing", line);
  const untitled = garden.take();
  garden.replace(untitled.path, /^title:.*\r?\n/m, "");
  garden.expect("title-missing", untitled.path, 1);
  garden.key("title-length", `title: ${"A very long title ".repeat(6)}`);
  garden.key("title-length", `title: ${"長い題名".repeat(12)}`);
  garden.key("title-length", `title: "${"Ünd so weiter ".repeat(8)}"`);
  garden.key("description-length", `description: ${"It goes on and on. ".repeat(13)}`);
  garden.key("description-length", "description: On tea.");
  garden.key("description-length", 'description: "お茶。"');
  garden.key("id-invalid", "id: a b", hasNoThread);
  garden.key("id-invalid", "id: .hidden", hasNoThread);
  garden.key("id-invalid", `id: ${"a".repeat(201)}`, hasNoThread);
  for (const [number, written] of [
    [1, "A Slug"],
    [2, "What?"],
    [3, "über--alles"],
  ] as const) {
    const path = `posts/slug-${number}.md`;
    garden.write(path, `${head("A slug of its own", `slug: ${written}\n`)}Some words.\n`);
    garden.expect("slug-changed", path, `slug: ${written}`);
  }
  garden.key("lang-invalid", "lang: english_uk", isEnglish);
  garden.key("lang-invalid", "lang: [en]", isEnglish);
  garden.key("lang-invalid", 'lang: "12"', isEnglish);
  garden.key("alias-invalid", "aliases: [../up/]", hasNoAliases);
  garden.key("alias-invalid", "aliases: old/post/", hasNoAliases);
  garden.key("alias-invalid", 'aliases: ["/ok/one/", "ftp://a.example/"]', hasNoAliases);
  garden.key("alias-invalid", "aliases:\n  - /ok/two/\n  - nowhere", hasNoAliases);
  garden.key("category-depth", "categories: [a/b/c/d/e/f/g/h/i/j/k]", isEven);
  garden.key("category-depth", "categories: [Work, 1/2/3/4/5/6/7/8/9/10/11/12]", isEven);
}

function plantDates(garden: Garden): void {
  for (const [index, key] of ["", "date:\n", "date: ~\n"].entries()) {
    const path = `posts/undated-${index}.md`;
    garden.write(path, `---\ntitle: Undated\n${key}---\n\nSome words.\n`);
    garden.expect("date-missing", path, key === "" ? 1 : 3);
  }
  garden.key("date-invalid", "date: yesterday", isPlain);
  garden.key("date-invalid", "date: 05/06/2024", isPlain);
  garden.key("date-invalid", "updated: soon", ({ number }) => number % 6 !== 1);
  garden.key("date-impossible", "date: 2024-02-30", isPlain);
  garden.key("date-impossible", "date: 2024-01-01 25:00", isPlain);
  garden.write("posts/2023-02-29-leap.md", "---\ntitle: Leap\n---\n\nSome words.\n");
  garden.expect("date-impossible", "posts/2023-02-29-leap.md", 1);
  for (const behind of ["at nine", "9 o'clock", "09:30:61 PM"]) {
    const post = garden.take(isDated);
    const line = `date: ${/\d{4}-\d{2}-\d{2}/.exec(post.path)?.[0]} ${behind}`;
    garden.addKey(post.path, line);
    garden.expect("date-time", post.path, line);
  }
  for (const updated of ["2001-01-01", "2017-12-31 23:59", "2016-05-05T10:00:00Z"]) {
    garden.key("date-order", `updated: ${updated}`, ({ number }) => number % 6 !== 1);
  }
  garden.write("pages/dated.md", "---\ntitle: Dated\ndate: 2024-05-05\nupdated: 2024-05-04\n---\n\nSome words.\n");
  garden.expect("date-order", "pages/dated.md", "updated: 2024-05-04");
  for (const [path, line] of [
    ["posts/draft-one.md", "draft: true"],
    ["posts/draft-two.md", "draft: True"],
  ] as const) {
    garden.write(path, `${head("Not yet", `${line}\n`)}Some words.\n`);
    garden.expect("post-draft", path, line);
  }
  garden.write("pages/draft.md", "---\ntitle: A page that is not out\ndraft: true\n---\n\n[Nowhere](/not/there/)\n");
  garden.expect("post-draft", "pages/draft.md", "draft: true");
  garden.expect("link-missing", "pages/draft.md", "/not/there/");
  for (const [path, day] of [
    ["posts/later-one.md", "2026-11-23 13:01"],
    ["posts/later-two.md", "2027-03-28"],
  ] as const) {
    garden.write(path, `---\ntitle: Later\ndate: ${day}\n---\n\nSome words.\n`);
    garden.expect("post-scheduled", path, "date:");
  }
  garden.write("posts/2031-01-06-later-three.md", "---\ntitle: Much later\n---\n\nSome words.\n");
  garden.expect("post-scheduled", "posts/2031-01-06-later-three.md", 1);
}

function plantAddresses(garden: Garden): void {
  for (const index of [1, 2]) {
    const other = garden.take(all(isPlain, isEnglish));
    const [, year, month] = other.url.split("/");
    const path = `posts/zz-twin-${index}.md`;
    const day = `${year}-${month}-28`;
    garden.write(path, `---\ntitle: Twin\ndate: ${day}\nslug: ${other.slug}\nid: twin-${index}\n---\n\nSome words.\n`);
    garden.expect("url-duplicate", path, "slug:");
  }
  garden.write("pages/tags.md", "---\ntitle: Tags\n---\n\nSome words.\n");
  garden.expect("url-duplicate", "pages/tags.md", 1);
  garden.write("public/colophon/index.html", "<title>Colophon</title>");
  garden.expect("url-duplicate", "pages/colophon.md", 1);
  garden.write("public/archive/index.html", "<title>Archive</title>");
  garden.expect("url-duplicate", "public/archive/index.html", 1);
  garden.key("url-duplicate", 'aliases: ["/fine/one/", "/authors/"]', hasNoAliases);

  for (let count = 0; count < 3; count++) {
    const [a, b] = [garden.take(hasNoThread), garden.take(hasNoThread)].toSorted(byPath);
    if (!a || !b) throw new Error("two posts are needed");
    garden.addKey(b.path, `id: ${a.slug}`);
    garden.expect("id-duplicate", b.path, `id: ${a.slug}`);
  }
  for (let count = 0; count < 2; count++) {
    const { slug } = garden.take(all(isPlain, ({ path }) => path.split("/").length === 2));
    const path = `posts/${slug}/index.md`;
    garden.write(path, `${head("The same name", `slug: same-name-${count}\nid: same-name-${count}\n`)}Some words.\n`);
    garden.expect("name-duplicate", path, 1);
  }
  const other = garden.take();
  garden.key("alias-duplicate", `aliases: ["${other.url}"]`, hasNoAliases);
  for (const alias of ["/shared/one/", "/shared/two"]) {
    const [a, b] = [garden.take(hasNoAliases), garden.take(hasNoAliases)].toSorted(byPath);
    if (!a || !b) throw new Error("two posts are needed");
    for (const { path } of [a, b]) garden.addKey(path, `aliases: [/fine/${path.length}${alias}, ${alias}]`);
    garden.expect("alias-duplicate", b.path, "aliases:");
  }
  const above = garden.take(hasNoAliases);
  garden.addKey(above.path, "aliases: /paper.html");
  garden.key("alias-duplicate", "aliases: [/paper.html/page/]", hasNoAliases);

  for (const [first, second] of [
    ["/Old/Upper/", "/old/upper/"],
    ["/STRASSE", "/strasse/"],
  ] as const) {
    const [a, b] = [garden.take(hasNoAliases), garden.take(hasNoAliases)].toSorted(byPath);
    if (!a || !b) throw new Error("two posts are needed");
    garden.addKey(a.path, `aliases: [${first}]`);
    garden.addKey(b.path, `aliases: [${second}]`);
    garden.expect("url-case", b.path, "aliases:");
  }
  garden.write("public/images/Table.png", garden.files.get("public/images/table.png") ?? "");
  garden.expect("url-case", "public/images/table.png", 1);
  const folder = garden.take(isBundle).path.replace("/index.md", "");
  garden.write(`${folder}/CUP.png`, garden.files.get(`${folder}/cup.png`) ?? "");
  garden.expect("url-case", `${folder}/cup.png`, 1);
  for (const [first, second] of [
    ["Kettle", "kettle"],
    ["SPOON", "Spoon"],
  ] as const) {
    const [a, b] = [garden.take(hasNoThread), garden.take(hasNoThread)].toSorted(byPath);
    if (!a || !b) throw new Error("two posts are needed");
    garden.addKey(a.path, `id: ${first}`);
    garden.addKey(b.path, `id: ${second}`);
    garden.expect("id-case", b.path, `id: ${second}`);
  }
  plantLostUrls(garden);
}

function plantRedirects(garden: Garden): void {
  const file = "_data/redirects.json";
  const alias = garden.take(hasNoAliases);
  garden.addKey(alias.path, 'aliases: [/fine/moved/, "/?fine=1", "/about/?page=3"]');
  garden.expect("redirect-query", alias.path, "/about/?page=3");
  const lines: readonly (readonly [key: string, value: string, id?: string])[] = [
    ["/fine/tea/", '"/tags/tea/"'],
    ["/fine/feed/", '"/feed.xml"'],
    ["/?fine=2", '"/archive/"'],
    ["/fine/away/", '"https://elsewhere.example/"'],
    ["/Fine/Tea/", '"/tags/tea/"', "url-case"],
    ["fine/without/slash/", '"/feed.xml"', "redirect-key"],
    ["/fine/../up/", '"/feed.xml"', "redirect-key"],
    ["/wrong/one/", "5", "redirect-value"],
    ["/wrong/two/", '"http://elsewhere.example/"', "redirect-value"],
    ["/wrong/three/", '"about"', "redirect-value"],
    ["/fine/tea", '"/archive/"', "redirect-duplicate"],
    ["/?fine=2&fine=3", '"/about/"', "redirect-duplicate"],
    ["/about/", '"/archive/"', "redirect-shadowed"],
    ["/tags/tea/", '"/archive/"', "redirect-shadowed"],
    ["/fine/moved", '"/archive/"', "redirect-shadowed"],
    ["/index.php?fine=1", '"/archive/"', "redirect-shadowed"],
    ["/feed.xml/old/", '"/archive/"', "redirect-shadowed"],
    ["/round/one/", '"/round/two/"', "redirect-circle"],
    ["/round/two/", '"/round/one/"', "redirect-circle"],
    ["/stop/one/", '"/fine/tea/"', "redirect-chain"],
    ["/stop/two/", '"/fine/moved/"', "redirect-chain"],
    ["/lost/one/", '"/nowhere/at/all/"', "redirect-target"],
    ["/lost/two/", '"/archive"', "redirect-target"],
    ["/archive/?m=201205", '"/archive/"', "redirect-query"],
  ];
  const texts = lines.map(([key, value]) => `  ${JSON.stringify(key)}: ${value}`);
  garden.write(file, `{\n${texts.join(",\n")}\n}\n`);
  for (const [index, [, , id]] of lines.entries()) if (id) garden.expect(id, file, index + 2);
}

function plantLostUrls(garden: Garden): void {
  const lines = ["/2019/01/the-year-of-three-kettles/", "/imprint-and-other-matters.html", "/2017/08/雑誌の棚/"];
  for (const line of lines) garden.expect("url-lost", "urls.txt", line);
  const wrong = ["<<<<<<< HEAD", "about/", "https://notes.example/log/about/"];
  for (const line of wrong) garden.expect("url-line", "urls.txt", `\n${line}\n`, 1);
  const moved = [garden.take(hasNoAliases), garden.take(hasNoAliases)];
  for (const { path } of moved) garden.expect("url-lost", path, 1);
  const aliased = garden.take(hasNoAliases);
  garden.addKey(aliased.path, "pinned: false\naliases: [/fine/before/]");
  garden.expect("url-lost", aliased.path, "aliases:");
  garden.write("posts/hidden.md", `${head("Hidden", "id: hidden\ndraft: true\n")}Some words.\n`);
  garden.expect("url-lost", "posts/hidden.md", "draft: true");
  garden.expect("post-draft", "posts/hidden.md", "draft: true");
  // The index of lines that move: they were published under another pattern.
  const gone = new Map([...moved, aliased].map(({ url, slug }) => [url, `/posts/${slug}/`]));
  garden.edit("urls.txt", (text) => {
    const kept = text
      .trimEnd()
      .split("\n")
      .map((line) => gone.get(line) ?? line);
    return `${[...kept, ...lines, "/2024/03/hidden/", ...wrong].join("\n")}\n`;
  });
}

function plantTerms(garden: Garden): void {
  for (const tag of ["Tea", "BREAD", "c++", "re\u0301sume\u0301 ".trim().toUpperCase()]) {
    garden.key("tag-case", `tags: [${tag}]`, hasNoTags);
  }
  garden.key("category-case", "categories: [kitchen]", isEven);
  garden.key("category-case", "categories: [Work, work/Meetings]", isEven);
  garden.key("category-case", "categories: [Letters, KITCHEN/Tea]", isEven);
  garden.key("author-case", "author: Ben", hasNoAuthor);
  garden.key("author-case", "authors: [ada, carla ruiz]", hasNoAuthor);
  garden.key("author-case", "author: ADA", hasNoAuthor);
  for (const series of ["slow mornings", "LETTERS HOME", '"tables"'])
    garden.key("series-case", `series: ${series}`, hasSeries);
  for (const [plain, told] of [
    ["go", "Go!"],
    ["ink", "Ink?"],
    ["R", "R+"],
  ] as const) {
    garden.addKey(garden.take(hasNoTags).path, `tags: ["${plain}"]`);
    garden.key("term-slug", `tags: ["${told}"]`, hasNoTags);
  }
}

function plantTexts(garden: Garden): void {
  for (const [index, body] of ["", "<!-- later -->\n", "&nbsp;\n"].entries()) {
    const path = `posts/empty-${index}.md`;
    garden.write(path, head("Nothing yet") + body);
    garden.expect("text-empty", path, 1);
  }
  garden.write("pages/empty.md", "---\ntitle: Nothing\n---\n");
  garden.expect("text-empty", "pages/empty.md", 1);
  garden.text("heading-skip", "#### Too deep");
  garden.text("heading-skip", "##### Much too deep\n\nAnd a word.", "##### Much too deep");
  garden.text("heading-skip", "> #### Quoted and too deep");
  garden.text("heading-skip", "<h3>In HTML</h3>\n\n##### Below it", "##### Below it");
  garden.text("code-language", "```typscript\nconst a = 1;\n```", "```typscript");
  garden.text("code-language", "~~~ klingon\nqapla\n~~~", "~~~ klingon");
  garden.text("code-language", "- in a list\n\n  ```pyhton\n  print()\n  ```", "```pyhton");
  garden.text("code-open", "```ts\nconst never = 1;\n\nWords that become code.", "const never", undefined, -1);
  garden.text("code-open", "~~~~ text\n~~~\n\n```\n", "~~~~ text");
  garden.text("footnote-missing", "Never explained.[^never]");
  garden.text("footnote-missing", "- Nor is this.[^nor]");
  garden.text("footnote-missing", "Many words,\nand then a note.[^third]", "[^third]");
  garden.text("footnote-unused", "[^unused]: Nobody refers to this.");
  garden.text("footnote-unused", "[^alone]: Nor to this.");
  garden.text("footnote-unused", "Words.\n\n[^last]: Nor to that.", "[^last]:");
  garden.text("html-id", '<p id="comments">Taken</p>');
  garden.text("html-id", '<div>\n<p id="content">Taken</p>\n</div>', 'id="content"');
  garden.text("html-id", 'Inline <span id="why-it-matters">taken</span>.', 'id="why-it-matters"', isEnglish);
  garden.text("html-script", "<script>alert(1)</script>");
  garden.text("html-script", '<p>\n<button onclick="go()">Go</button>\n</p>', "onclick");
  garden.text("html-script", 'A <a href="javascript:go()">link</a>.', "javascript:");
  garden.text("html-style", '<p style="color: red">Red</p>');
  garden.text("html-style", "<style>p { color: red }</style>");
  garden.text("html-style", 'Text\nwith <span style="top: 0">a style</span>', "<span style");
}

function plantLinks(garden: Garden): void {
  garden.text("link-missing", "[Nowhere](/nowhere/)");
  garden.text("link-missing", "Some words\nand [a file](./no-such-post.md) in them.", "./no-such-post.md");
  garden.text("link-missing", "[Written out](https://notes.example/log/no/such/page/)");
  garden.text("link-missing", 'In HTML: <a href="/nowhere/at/all/">here</a>.');
  garden.text("link-missing", "[By reference][far]\n\nWords.\n\n[far]: /far/away/", "[far]: /far/away/");
  garden.text("link-missing", "[Author](/authors/nobody/)");
  garden.text("link-missing", "[With a fragment](/gone/#part)");
  garden.addText("pages/guides/first-steps.md", "[A step too far](../../nowhere-to-go/)");
  garden.expect("link-missing", "pages/guides/first-steps.md", "nowhere-to-go");
  // What is not published is checked all the same, and so is the text below a front matter with mistakes.
  garden.write(
    "posts/draft-three.md",
    `${head("A draft with a mistake", "draft: true\n")}[Nowhere](/not/even/here/)\n`,
  );
  garden.expect("post-draft", "posts/draft-three.md", "draft: true");
  garden.expect("link-missing", "posts/draft-three.md", "/not/even/here/");
  const both = garden.key("date-invalid", "date: in May", isPlain);
  garden.addText(both.path, "[Nowhere](/also/nowhere/)\n\n#### Too deep as well");
  garden.expect("link-missing", both.path, "/also/nowhere/");
  garden.expect("heading-skip", both.path, "#### Too deep as well");
  for (const file of ["draft-one.md", "later-one.md", "2031-01-06-later-three.md"]) {
    const post = garden.take(all(isPlain, ({ path }) => path.split("/").length === 2));
    garden.addText(post.path, `[Not yet](./${file})`);
    garden.expect("link-withheld", post.path, file);
  }
  garden.text("link-text", "[](/about/)");
  garden.text("link-text", "Some words\nand [](https://elsewhere.example/) nothing.", "[](https");
  garden.text("link-fragment", "[Here](#no-such-heading)");
  garden.text("link-fragment", 'Here: <a href="#gone">gone</a>.');
  garden.text("link-fragment", "Words\n\n[Here](#%E9%9B%91)", "[Here](#%E9%9B%91)");
  const place = (toTarget: (post: SoundPost) => string): void => {
    const target = garden.take(all(isEnglish, ({ hasThread }) => hasThread));
    garden.text("link-place", `[There](${toTarget(target)})`);
  };
  place(({ url }) => `${url}#no-such-heading`);
  place(({ url }) => `${url}#why-it-mattered`);
  place(({ url, number }) => `${url}#comment-${number + 1}`);
  place(({ url }) => `https://notes.example/log${url}#not-there`);
  garden.text("link-place", "[People](/about/#persons)");
}

function plantImages(garden: Garden): void {
  garden.text("image-missing", "![A pot](./pot.png)");
  garden.text("image-missing", "![A pot](/images/pot.png)");
  garden.text("image-missing", 'In HTML: <img src="pan.jpg" alt="A pan">.');
  garden.key("image-missing", "image: ./lead.png", ({ isBundle: isIn }) => !isIn);
  garden.key("image-missing", "image: { src: /images/lead.png, alt: A lead }", ({ isBundle: isIn }) => !isIn);
  garden.text("image-remote", "![Far away](https://far.example/a.png)");
  garden.text("image-remote", "Here ![it](//cdn.example/a.png) is.");
  garden.key("image-remote", "image: https://far.example/lead.png", ({ isBundle: isIn }) => !isIn);
  garden.text("image-alt", "![](/images/table.png)");
  garden.text("image-alt", "![](./cup.png)", "![](./cup.png)", isBundle);
  garden.text("image-alt", 'In HTML: <img src="/images/ada.png">.', "ada.png");
}

/** Formulas, diagrams, damaged pictures, and titles that no font of the cards can write. */
function plantRich(garden: Garden): void {
  garden.text("math", "A sum of $\\nosuch{x}$ is wrong.", "nosuch{x}");
  garden.text("math", "$$\n\\unheard{y}\n$$", "unheard{y}");
  garden.text("diagram", "```mermaid\nflowchart LR\n  A --> B\n  click A href\n```", "click A href");
  garden.text("diagram", "```mermaid\nsequenceDiagram\n  A->>B: Hello\n  autonumber\n```", "autonumber");
  garden.write("public/images/no-picture.png", "words");
  garden.text("image-damaged", "![No picture](/images/no-picture.png)");
  garden.text("image-damaged", "Here is ![none](/images/no-picture.png) of it.");
  garden.write("public/images/map.png", makeHugePng(30_000));
  garden.text("image-too-large", "![A map](/images/map.png)");
  garden.text("image-too-large", "The whole ![map](/images/map.png) of it.");
  garden.key("card-glyph", "title: The runes ᚠᚢᚦ", ({ isBundle: isIn }) => !isIn);
  garden.key("card-glyph", "title: Of ᚱᚲ alone", ({ isBundle: isIn }) => !isIn);
}

function plantTranslations(garden: Garden): void {
  garden.key("translation-unknown", "translationOf: no-such-original");
  garden.key("translation-unknown", "translationOf: never-written");
  for (let count = 0; count < 2; count++) {
    const { path, slug } = garden.take();
    garden.addKey(path, `translationOf: ${slug}`);
    garden.expect("translation-itself", path, `translationOf: ${slug}`);
  }
  for (let count = 0; count < 2; count++) {
    const [original, second] = ["en", "fr"].map((lang) => garden.take((post) => post.lang === lang));
    // Of two in one language the later file is told.
    const german = [0, 1].map(() => garden.take((post) => post.lang === "de"));
    const [first, rival] = german.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const [early, late] = [first, rival].flatMap((post) => post ?? []).toSorted(byPath);
    translate(garden, early, original);
    translate(garden, second, early, "translation-chain");
    translate(garden, late, original, "translation-language");
    const [one, other] = [garden.take(isEnglish), garden.take((post) => post.lang === "fr")];
    translate(garden, one, other, "translation-circle");
    translate(garden, other, one, "translation-circle");
  }
}

function translate(garden: Garden, post?: SoundPost, original?: SoundPost, id?: string): void {
  if (!post || !original) throw new Error("there is nothing to translate");
  const line = `translationOf: ${original.slug}`;
  garden.addKey(post.path, line);
  if (id !== undefined) garden.expect(id, post.path, line);
}

/** What owners say otherwise than we do; `nl` and `sv` are languages that the engine does not speak. */
function plantStrings(garden: Garden): void {
  const folder = "_data/strings";
  for (const name of ["deutsch!", "the words"]) {
    garden.write(`${folder}/${name}.ts`, 'export default { tags: "Tags" };\n');
    garden.expect("strings-language", `${folder}/${name}.ts`, 1);
  }
  garden.write(`${folder}/it.ts`, "export default { tags: x };\n");
  garden.write(`${folder}/pt.ts`, "export default 7;\n");
  for (const lang of ["it", "pt"]) garden.expect("strings", `${folder}/${lang}.ts`, 1);
  garden.write(`${folder}/de.ts`, 'export default {\n  tagss: "Wörter",\n  postCount: "viele",\n};\n');
  garden.write(`${folder}/fr.ts`, 'export default {\n  colour: "rouge",\n  tags: () => "mots",\n};\n');
  for (const lang of ["de", "fr"]) {
    garden.expect("strings-key", `${folder}/${lang}.ts`, 2);
    garden.expect("strings-type", `${folder}/${lang}.ts`, 3);
  }
  for (const [lang, word] of [
    ["nl", "tags"],
    ["sv", "categories"],
  ] as const) {
    const words = `import { en } from ${JSON.stringify(enginePath("_includes/strings/en.ts"))};\n`;
    garden.write(`${folder}/${lang}.ts`, `${words}const { ${word}: _, ...rest } = en;\nexport default rest;\n`);
    garden.expect("strings-missing", `${folder}/${lang}.ts`, 1);
  }
}

function plantThreads(garden: Garden): void {
  garden.thread("thread", '"status": "visible"', '"status": "hidden"');
  garden.thread("thread", '"createdAt": "2026-02-01T10:00:00Z"', '"createdAt": "2026-02-30T10:00:00Z"');
  garden.thread("thread", '"discussion": null', '"discussion": "none"');
  garden.thread("thread", /"anchor": "comment-\d+"/, '"anchor": "a b"');
  garden.thread("thread-name", /"post": ".*"/, '"post": "another"');
  garden.thread("thread-name", /"post": ".*"/, '"post": "a-third"');
  garden.thread("thread-name", /"post": ".*"/, '"post": "A"');
  garden.thread("thread-key", '"discussion": null,', '"discussion": null,\n  "mood": "good",', { at: '"mood"' });
  garden.thread("thread-key", '"source": "wordpress",', '"source": "wordpress",\n      "likes": 3,', { at: '"likes"' });
  garden.thread("thread-key", '"name": "A reader"', '"name": "A reader",\n        "mail": "a@b"', { at: '"mail"' });
  for (let count = 0; count < 3; count++) {
    const { number } = garden.take(({ hasThread }) => hasThread);
    const path = [...garden.files.keys()].find(
      (name) => name.startsWith("comments/") && name.endsWith(`-${number}.json`),
    );
    garden.replace(path ?? "", `"id": "wordpress-${number + 20_000_000}"`, `"id": "wordpress-${number + 10_000_000}"`);
    const text = garden.read(path ?? "");
    const last = text.slice(0, text.lastIndexOf(`"wordpress-${number + 10_000_000}"`)).split("\n").length;
    garden.expect("thread-double", path ?? "", last);
  }
  for (const post of ["gone", "never-was", "morning"]) {
    garden.write(`comments/${post}.json`, `{\n  "post": "${post}",\n  "discussion": null,\n  "comments": []\n}\n`);
    garden.expect("thread-orphan", `comments/${post}.json`, 1);
  }
  for (const name of ["gone", "lost", "away"]) {
    const post = garden.take(({ hasThread, number }) => hasThread && number % 2 === 0);
    const path = `comments/${post.slug}.json`;
    garden.replace(path, '"avatar": "avatars/reader.png"', `"avatar": "avatars/${name}.png"`);
    garden.expect("thread-avatar", path, `avatars/${name}.png`);
  }
  for (const name of ["one", "two", "three"]) {
    const image = `<p><img src=\\"media/${name}.png\\" alt=\\"\\"></p>`;
    garden.thread("thread-image", "<p>So did I.</p>", image);
  }
  for (const path of ["/log/nowhere/", "https://notes.example/log/no/such/page/", "/log/about/#persons"]) {
    garden.thread("thread-link", "<p>So did I.</p>", `<p><a href=\\"${path}\\">There</a>.</p>`);
  }
  garden.thread("json", '"discussion": null,', '"discussion": null,,');
  garden.thread("json", '"source": "wordpress"', '"source": wordpress');
  garden.thread("json", '"discussion": null,', '"discussion": nothing,');
}

function plantSettings(garden: Garden): void {
  const site = "_data/site.ts";
  garden.replace(
    site,
    "  search: false,\n  cards: false,\n",
    '  search: "no",\n  cards: 0,\n  sidebar: true,\n  feedsize: 5,\n',
  );
  garden.replace(site, "feedSize: 10", 'feedSize: "ten"');
  garden.replace(site, "  pageSize: 20,\n", '  pageSize: 20,\n  frameHosts: ["https://video.example"],\n');
  for (const at of ["search:", "cards:", "feedSize:", "frameHosts:"]) garden.expect("site-setting", site, at);
  for (const at of ["sidebar:", "feedsize:"]) garden.expect("site-key", site, at);
  garden.replace(
    site,
    "  ],\n  imageHosts",
    `    { label: "Gone", url: "/gone-for-good/" },
    { label: "Place", url: "/about/#persons" },
    {
      label: "In full",
      url: "https://notes.example/log/no/page/",
    },
  ],
  checks: {
    "title-length": "warning",
    "no-such-check": "off",
    "title-missing": "off",
    "image-alt": "loud",
  },
  imageHosts`,
  );
  for (const at of ["/gone-for-good/", "#persons", "log/no/page/"]) garden.expect("nav-link", site, at);
  for (const at of ["no-such-check", '"title-missing"', '"image-alt"']) garden.expect("site-setting", site, at);

  const authors = "_data/authors.json";
  garden.replace(
    authors,
    "{\n",
    `{
  "dora": {
    "name": "Dora",
    "url": "/dora/",
    "avatar": "/images/dora.png"
  },
  "emil": {
    "name": ["Emil"],
    "twitter": "@emil",
    "url": "emil.example"
  },
  "frida": {
    "url": "https://notes.example/log/no/frida/",
    "avatar": "https://far.example/frida.png"
  },
  "gerd": {
    "bio": 5,
    "mail": "gerd@a.example",
    "url": "//gerd.example"
  },
  "hans": "Hans",
`,
  );
  garden.expect("author-link", authors, '"/dora/"');
  garden.expect("author-avatar", authors, "/images/dora.png");
  garden.expect("json-type", authors, '["Emil"]');
  garden.expect("json-key", authors, '"twitter"');
  garden.expect("author-url", authors, '"emil.example"');
  garden.expect("author-link", authors, "no/frida");
  garden.expect("author-avatar", authors, "far.example/frida.png");
  garden.expect("json-type", authors, '"bio": 5');
  garden.expect("json-key", authors, '"mail"');
  garden.expect("author-url", authors, "//gerd.example");
  garden.expect("json", authors, '"hans"');

  const terms = "_data/terms.json";
  garden.replace(
    terms,
    '    "Work": {}\n',
    `    "Work": {},
    "kitchen": { "description": "The same." },
    "Garden": { "slug": "tea" },
    "Kitchen/Coffee": { "slug": "tea" },
    "Attic": { "slug": "At The Top" },
    "Cellar": { "slug": 5 },
    "Hall": { "description": ["long"] },
    "Porch": { "colour": "green" }
`,
  );
  garden.replace(terms, "{\n", '{\n  "series": {},\n  "authors": {},\n');
  for (const at of ['"series"', '"authors"']) garden.expect("terms-key", terms, at);
  for (const at of ['"kitchen"', '"Kitchen/Coffee"']) garden.expect("term-duplicate", terms, at);
  for (const at of ["At The Top", '"Cellar"']) garden.expect("term-slug-invalid", terms, at);
  garden.expect("json-type", terms, '"Hall"');
  garden.expect("json-key", terms, '"Porch"');

  const giscus = "_data/giscus.json";
  garden.replace(
    giscus,
    '  "repo": "owner/notes",\n  "repoId": "R_1",\n',
    '  "repo": "notes",\n  "mapping": "title",\n  "theme": "dark",\n  "host": "giscus",\n',
  );
  for (const at of ['"repo"', '"host"']) garden.expect("giscus", giscus, at);
  garden.expect("giscus", giscus, 1);
  for (const at of ['"mapping"', '"theme"']) garden.expect("giscus-key", giscus, at);
}

function plantOverrides(garden: Garden): void {
  const folder = "overrides/components";
  for (const name of ["no-such-part", "post-crad"]) {
    garden.write(`${folder}/${name}.tsx`, "export function Part() {\n  return <p />;\n}\n");
    garden.expect("override-unknown", `${folder}/${name}.tsx`, 1);
  }
  for (const name of ["avatar", "post-card"]) {
    garden.write(`${folder}/${name}.tsx`, "export function Other() {\n  return <p />;\n}\n");
    garden.expect("override-export", `${folder}/${name}.tsx`, 1);
  }
  for (const name of ["site-footer", "term-links"]) {
    garden.write(`${folder}/${name}.tsx`, "export function Part() {\n  return <p>;\n}\n");
    garden.expect("override-syntax", `${folder}/${name}.tsx`, 3);
  }
}

function plantSilence(garden: Garden): void {
  garden.key("silence-unknown", "silence: image-alts");
  garden.key("silence-unknown", "silence: [heading-skip, url-lost]");
  garden.key("silence-unknown", "silence:\n  - link-place\n  - everything");
  // What is silenced is not told.
  const quiet = garden.take();
  garden.addKey(quiet.path, "silence: [heading-skip, link-missing, front-matter-key]\nlayout: post");
  garden.addText(quiet.path, "#### Too deep\n\n[Nowhere](/nowhere/)");
}

function byPath(a: SoundPost, b: SoundPost): number {
  return a.path < b.path ? -1 : 1;
}

/** Names of files and addresses that are nearly right. */
function plantSlips(garden: Garden): void {
  for (const name of ["note.txt", "2024/lost.markdwn", "letter.mkd", "odd.MDX"]) {
    garden.write(`posts/${name}`, `${head("Not read")}Some words.\n`);
    garden.expect("file-ending", `posts/${name}`, 1);
  }
  garden.write("pages/terms.text", "Some words.\n");
  garden.expect("file-ending", "pages/terms.text", 1);
  // What a post links to, what belongs to one, what is put aside, and what is no text.
  garden.addText("pages/guides/first-steps.md", "[The recipe](./recipe.txt)");
  for (const name of ["pages/guides/recipe.txt", "posts/_aside.txt", "posts/table.csv", "posts/README.txt"]) {
    garden.write(name, "Some words.\n");
  }
  garden.write(`${garden.take(isBundle).path.replace("/index.md", "")}/notes.txt`, "Some words.\n");
  // A name instead of a path, no address, the blog's own path.
  for (const address of ["later-one", "./draft-one/", "/log/about/"]) garden.text("link-missing", `[x](${address})`);
  for (const address of ["http://", "mailto:", ""]) garden.text("link-missing", `[Empty](${address})`);
}
