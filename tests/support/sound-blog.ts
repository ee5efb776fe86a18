import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files of a blog folder by their path in it. */
export type BlogFiles = Map<string, string | Uint8Array>;

/** A post as it was generated: what is known of it without any of our own code. */
export type SoundPost = {
  readonly number: number;
  readonly path: string;
  readonly slug: string;
  /** Raw, without the base path. */
  readonly url: string;
  readonly lang: Language;
  readonly hasThread: boolean;
  readonly isBundle: boolean;
};

export type SoundBlog = { readonly files: BlogFiles; readonly posts: readonly SoundPost[] };

export const soundNow = "2026-11-23T12:00:00Z";

type Language = keyof typeof prose;

/**
 * A blog in which nothing is wrong: several languages and scripts, nested categories, series, old addresses, posts that
 * link to each other's headings and comments, pictures beside posts and in `public/`, threads and standing pages.
 */
export function makeSoundBlog(count: number): SoundBlog {
  const posts = Array.from({ length: count }, (_, number) => toPost(number));
  const files: BlogFiles = new Map(Object.entries(frame));
  for (const post of posts) {
    files.set(post.path, dress(toText(post, posts), post.number));
    if (post.isBundle) files.set(`${folderOf(post.path)}/cup.png`, picture);
    if (post.hasThread) files.set(`comments/${post.slug}.json`, toThread(post, posts));
  }
  for (const name of ["public/images/table.png", "public/images/ada.png", "comments/avatars/reader.png"]) {
    files.set(name, picture);
  }
  const pages = ["/", "/about/", "/guides/first-steps/", "/colophon/", "/old-about/", "/archive/", "/tags/"];
  const urls = [...pages, ...posts.flatMap((post) => [post.url, ...toAliases(post)])];
  files.set("urls.txt", `${urls.toSorted().join("\n")}\n`);
  return { files, posts };
}

export function writeBlog(folder: string, files: BlogFiles): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function toPost(number: number): SoundPost {
  const languages = ["en", "en", "de", "en", "fr", "en", "ja", "en", "ar", "en"] as const;
  const lang = languages[number % languages.length] ?? "en";
  const slug = `${prose[lang].slug}-${number}`;
  const [year, month] = toDay(number).split("-");
  const isBundle = number % 7 === 3;
  const paths = [`posts/${slug}.md`, `posts/${year}/${slug}.md`, `posts/${year}/${toDay(number)}-${slug}.markdown`];
  const path = isBundle ? `posts/${year}/${slug}/index.md` : (paths[number % 3] ?? "");
  return { number, path, slug, url: `/${year}/${month}/${slug}/`, lang, hasThread: number % 5 === 0, isBundle };
}

/** From 2018 on, never in the future of `soundNow`. */
function toDay(number: number): string {
  const [year, month, day] = [2018 + (number % 8), 1 + (number % 12), 1 + (number % 28)];
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Other editors: the line ends of Windows, a byte order mark. */
function dress(text: string, number: number): string {
  if (number % 11 === 5) return text.replaceAll("\n", "\r\n");
  return number % 13 === 6 ? `\uFEFF${text}` : text;
}

function toAliases({ number, slug }: SoundPost): string[] {
  return number % 9 === 2 ? [`/old/${slug}/`, `/?p=${number}`].slice(0, 1) : [];
}

function toText(post: SoundPost, posts: readonly SoundPost[]): string {
  const { number, lang } = post;
  const { title } = prose[lang];
  const aliases = number % 9 === 2 ? [...toAliases(post), `/?p=${number}`] : [];
  const category = categories[number % categories.length] ?? "";
  const tags = [pick(tagNames, number), pick(tagNames, number * 3 + 1)];
  const lines = [
    `title: ${number % 4 === 1 ? `"${title} ${number}"` : `${title} ${number}`}`,
    ...(post.path.includes(`${toDay(number)}-`) ? [] : [`date: ${toDay(number)}${number % 2 === 0 ? " 09:30" : ""}`]),
    ...(number % 6 === 1 ? [`updated: ${toDay(number).replace(/^\d+/, "2026")}T18:00:00Z`] : []),
    ...(lang === "en" ? [] : [`lang: ${lang}`]),
    ...(number % 3 === 0 ? [`description: ${prose[lang].description}`] : []),
    number % 2 === 0 ? `categories: [${category}]` : `categories:\n  - ${category} # where it belongs`,
    ...(number % 5 === 4 ? [] : [`tags: [${[...new Set(tags)].map(quote).join(", ")}]`]),
    ...(number % 8 === 0 ? [`series: ${pick(["Slow mornings", "Letters home", "Tables"], number / 8)}`] : []),
    ...(number % 10 === 7 ? ["author: ben"] : []),
    ...(number % 12 === 5 ? ["authors: [ada, Carla Ruiz]"] : []),
    ...(post.isBundle ? ["image: { src: ./cup.png, alt: A cup }"] : []),
    ...(aliases.length > 0 ? [`aliases: [${aliases.map(quote).join(", ")}]`] : []),
  ];
  return `---\n${lines.join("\n")}\n---\n\n${toBody(post, posts)}`;
}

function quote(text: string): string {
  return /^[\w /.-]+$/.test(text) ? text : JSON.stringify(text);
}

function toBody(post: SoundPost, posts: readonly SoundPost[]): string {
  const { number, lang } = post;
  const { headings, sentences } = prose[lang];
  const paragraph = (seed: number): string =>
    Array.from({ length: 5 }, (_, index) => pick(sentences, seed * 5 + index * 3 + number)).join(
      lang === "ja" ? "" : " ",
    );
  const [first, second, third] = headings;
  return [
    paragraph(1),
    "<!-- more -->",
    `## ${first}`,
    `${paragraph(2)} ${toLink(post, posts)}`,
    ...(post.isBundle ? ["![A cup on a table](./cup.png)"] : []),
    ...(number % 7 === 1 ? ['![The long table](/images/table.png "In the morning")'] : []),
    `### ${second}`,
    paragraph(3),
    pick(blocks, number),
    `## ${third}`,
    paragraph(4),
    `${paragraph(5)} [${first}](#${toId(first)})`,
    "",
  ].join("\n\n");
}

/** To an earlier post, as authors write it: by its file or its address, to a heading or a comment of it. */
function toLink({ number, path }: SoundPost, posts: readonly SoundPost[]): string {
  const target = posts[Math.max(0, number - 5 - (number % 4))];
  if (!target || number < 10) return "[About us](/about/#people)";
  const id = toId(prose[target.lang].headings[0]);
  const file = `${"../".repeat(path.split("/").length - 2)}${target.path.replace("posts/", "")}`;
  const forms = [
    `[${target.slug}](./${file}#${id})`,
    `[${target.slug}](${target.url}#${encodeURIComponent(id)})`,
    `[${target.slug}](${file})`,
    target.hasThread ? `[a comment](${target.url}#comment-${target.number})` : `[${target.slug}](${target.url})`,
    `[tea](/tags/tea/) and [elsewhere](https://elsewhere.example/${number % 40}/)`,
    `[${target.slug}](https://notes.example/log${target.url}#${id})`,
  ];
  return pick(forms, number);
}

function toId(heading: string): string {
  return heading.toLowerCase().replaceAll(" ", "-");
}

function toThread({ number, slug, url }: SoundPost, posts: readonly SoundPost[]): string {
  const other = posts[Math.max(0, number - 10)];
  const comment = (id: number, html: string, replies: readonly unknown[] = []) => ({
    id: `wordpress-${id}`,
    source: "wordpress",
    anchor: `comment-${id}`,
    author: { name: "A reader", ...(number % 2 === 0 && { avatar: "avatars/reader.png" }) },
    createdAt: "2026-02-01T10:00:00Z",
    html,
    status: "visible",
    replies,
  });
  const reply = comment(
    number + 10_000_000,
    `<p>See <a href="https://notes.example/log${other?.url}">that one</a>.</p>`,
  );
  const thread = {
    post: slug,
    discussion: null,
    comments: [
      comment(number, `<p>I read this twice, and <a href="/log${url}">again</a>.</p>`, [reply]),
      comment(number + 20_000_000, "<p>So did I.</p>"),
    ],
  };
  return `${JSON.stringify(thread, undefined, 2)}\n`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function pick<T>(list: readonly T[], number: number): T {
  const item = list[Math.trunc(number) % list.length];
  if (item === undefined) throw new Error("an empty list");
  return item;
}

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const categories = ["Kitchen/Tea", "Kitchen", "Work/Meetings", "Work", "Letters", "Kitchen/Bread/Rye"];
const tagNames = ["tea", "listening", "C", "C++", "C#", "résumé", "雑談", "bread", "slow work", "TCP/IP"];

const blocks = [
  "```ts\nconst cup = { isFull: true };\nexport default cup;\n```",
  "Nobody counts the spoons.[^spoons]\n\n[^spoons]: Except the one who washes them.",
  "| Hour | Cups |\n|---|--:|\n| nine | 4 |\n| ten | 2 |",
  '<p id="aside">An <em>aside</em>, in HTML of its own.</p>\n\n<details><summary>More</summary><p>Less.</p></details>',
  "> [!NOTE]\n> The kettle is older than the house.",
  "- [x] water\n- [ ] leaves\n- a cup",
  "```text\n# not a heading\n[not a link](./nowhere.md)\n```",
];

const prose = {
  en: {
    slug: "morning",
    title: "A slow morning",
    description: "What happens at a long table before anybody has said a word.",
    headings: ["Why it matters", "What to bring", "After the second cup"],
    sentences: [
      "The table was laid before anybody had decided who would come.",
      "We waited for the kettle, and nobody filled the silence.",
      "Somebody had left the window open, so the street took part.",
      "It is a small thing to pass the bread before you are asked.",
      "She writes the agenda on the back of an old envelope.",
      "By ten the light had moved to the far end of the bench.",
      "A question is a chair that you pull out for somebody.",
      "He said that he would think about it, and then he did.",
      "The minutes are short because the meeting was.",
      "Nothing was settled, but everybody knew what was open.",
      "The second pot is always better than the first.",
    ],
  },
  de: {
    slug: "frühstück",
    title: "Ein langes Frühstück",
    description: "Was an einem langen Tisch geschieht, bevor jemand ein Wort sagt.",
    headings: ["Warum es zählt", "Was man mitbringt", "Nach der zweiten Tasse"],
    sentences: [
      "Der Tisch war gedeckt, bevor feststand, wer kommen würde.",
      "Wir warteten auf den Kessel, und niemand füllte die Stille.",
      "Das Fenster stand offen, und die Straße redete mit.",
      "Sie schreibt die Tagesordnung auf einen alten Umschlag.",
      "Die zweite Kanne ist immer besser als die erste.",
    ],
  },
  fr: {
    slug: "café",
    title: "Un café sans hâte",
    description: "Ce qui se passe autour d’une longue table avant le premier mot.",
    headings: ["Pourquoi cela compte", "Ce que chacun apporte", "Après la deuxième tasse"],
    sentences: [
      "La table était mise avant que l’on sache qui viendrait.",
      "Nous attendions la bouilloire sans remplir le silence.",
      "La fenêtre était restée ouverte, et la rue prenait part.",
      "Elle écrit l’ordre du jour au dos d’une vieille enveloppe.",
      "La seconde théière est toujours meilleure que la première.",
    ],
  },
  ja: {
    slug: "朝の机",
    title: "ゆっくりした朝",
    description: "長い机のまわりで、誰かが口を開く前に起きていること。",
    headings: ["なぜ大切か", "持ち寄るもの", "二杯目のあと"],
    sentences: [
      "誰が来るのか決まらないうちに、机の支度はできていた。",
      "湯が沸くのを待ちながら、誰も沈黙を埋めようとしなかった。",
      "窓が開いていて、通りの音も話に加わった。",
      "古い封筒の裏に、その日の議題を書く。",
      "二度目に淹れたお茶のほうが、いつもおいしい。",
    ],
  },
  ar: {
    slug: "صباح-هادئ",
    title: "صباح على مهل",
    description: "ما يحدث حول مائدة طويلة قبل أن ينطق أحد بكلمة واحدة.",
    headings: ["لماذا يهم", "ماذا نحضر معنا", "بعد الفنجان الثاني"],
    sentences: [
      "كانت المائدة جاهزة قبل أن نعرف من سيأتي.",
      "انتظرنا الماء حتى يغلي ولم يملأ أحد الصمت.",
      "كانت النافذة مفتوحة فشارك الشارع في الحديث.",
      "تكتب جدول الأعمال على ظهر ظرف قديم.",
      "الإبريق الثاني أطيب دائما من الأول.",
    ],
  },
} as const;

const frame: Readonly<Record<string, string>> = {
  "_data/site.ts": `export default {
  title: "Notes from the table",
  description: "A generated blog in which nothing is wrong.",
  url: "https://notes.example/log/",
  language: "en",
  timezone: "Europe/Berlin",
  permalink: "/:year/:month/:slug/",
  author: "ada",
  nav: [
    { label: "About", url: "/about/" },
    { label: "People", url: "/about/#people" },
    { label: "First steps", url: "/guides/first-steps/" },
    { label: "Archive", url: "/archive/" },
    { label: "Elsewhere", url: "https://elsewhere.example/" },
  ],
  imageHosts: ["pictures.example"],
  pageSize: 20,
  feedSize: 10,
  search: false,
  cards: false,
};
`,
  "_data/terms.json": `{
  "categories": {
    "Kitchen": { "description": "Everything that is made by hand." },
    "Kitchen/Tea": { "slug": "tea" },
    "Work": {}
  },
  "tags": {
    "C": { "slug": "c" },
    "C++": { "slug": "cpp" },
    "C#": { "slug": "c-sharp" },
    "tea": { "description": "Leaves and water." }
  }
}
`,
  "_data/authors.json": `{
  "ada": {
    "name": "Ada Ferrer",
    "bio": "Lays the table.",
    "url": "/about/",
    "avatar": "/images/ada.png"
  },
  "ben": {
    "name": "Ben Okoro",
    "url": "https://ben.example/"
  },
  "carla": {
    "name": "Carla",
    "avatar": "https://pictures.example/carla.png"
  }
}
`,
  "_data/giscus.json": `{
  "repo": "owner/notes",
  "repoId": "R_1",
  "category": "Comments",
  "categoryId": "DIC_1"
}
`,
  "pages/about.md": `---
title: About this blog
aliases: [/old-about/]
---

A table, and whoever sits at it.

## People

There are two of us, and the [first steps](./guides/first-steps.md) are the same for everybody.
`,
  "pages/colophon.md": "---\ntitle: Colophon\n---\n\nSet by hand, [archived](/archive/) by year.\n",
  "pages/guides/first-steps.md":
    "---\ntitle: First steps\n---\n\nBegin [at the beginning](/#content), or [here](../about.md#people).\n",
};
