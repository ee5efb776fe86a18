import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRandom } from "./random.ts";

export type ExportOptions = {
  readonly posts: number;
  /** Of all posts together; the first posts have more of them than the last. */
  readonly comments: number;
  /** Of a post, roughly. */
  readonly words: number;
  readonly content: "classic" | "block" | "mixed";
  /** Attachments; the posts show them in turn. */
  readonly images: number;
  readonly pages: number;
  readonly seed: number;
  /** Without a slash at its end. */
  readonly url: string;
};

/** What stands in an export, counted while it was made. */
export type ExportCounts = {
  bytes: number;
  /** By `<type> <status>`. */
  readonly items: Record<string, number>;
  /** By `<type> <approved>`. */
  readonly comments: Record<string, number>;
};

const defaults: ExportOptions = {
  posts: 30,
  comments: 120,
  words: 120,
  content: "mixed",
  images: 12,
  pages: 6,
  seed: 1,
  url: "https://long-table.example",
};

type Random = () => number;
type Scene = ExportOptions & {
  readonly random: Random;
  readonly counts: ExportCounts;
  nextComment: number;
};

const zero = "0000-00-00 00:00:00";
const start = Date.UTC(2009, 2, 1, 8, 30);
const hour = 3_600_000;
const people = [
  "Ada Fenn",
  "Jonas Ruhl",
  "Mireille Cato",
  "Ōta Haru",
  "Ruth Ben-Ami",
  "O'Hara & Sons",
  "名無し",
  "نور",
];
const nouns = [
  "table",
  "bread",
  "lamp",
  "kettle",
  "orchard",
  "letter",
  "winter",
  "guest",
  "recipe",
  "salt",
  "chair",
  "door",
];
const sentences = [
  "The table was longer than the room had promised.",
  "Nobody remembered who had brought the second loaf, and nobody asked.",
  "Salt & patience: that is the whole of the recipe, and the salt is optional.",
  "We lit the lamp at four, because in November that is when the day gives up.",
  "He measured the orchard in steps, and the steps in questions.",
  "There is a drawer in every kitchen that holds what has no place of its own.",
  "She wrote 'three eggs' and meant as many as there were guests.",
  "The kettle says nothing for a long time, and then everything at once.",
  "In Kyōto they would have wrapped it; in Köln they would have eaten it.",
  "A chair that wobbles is a chair that listens.",
  "一晩置くと味が変わる、と祖母は言った。",
  'It cost 3 < 4 > 2 of whatever we counted in, "more or less".',
];

/**
 * An export of a blog that never was, piece by piece and the same for the same options: nested categories, authors,
 * menus, attachments with their sizes, pages below pages, replies before their parents, slugs in every script, drafts,
 * private posts and passwords, with e-mail and IP addresses where WordPress has them.
 */
function* exportChunks(options: Partial<ExportOptions> = {}, counts = noCounts()): Generator<string> {
  const settings = { ...defaults, ...options };
  const scene: Scene = { ...settings, random: createRandom(settings.seed), counts, nextComment: 1 };
  for (const chunk of allChunks(scene)) {
    counts.bytes += Buffer.byteLength(chunk);
    yield chunk;
  }
}

/**
 * Writes an export to a file or a stream, with no more of it in memory than an item. 20,000 posts of 2000 words with
 * 250,000 comments are 566 MB.
 */
export async function writeExport(
  target: string | Writable,
  options: Partial<ExportOptions> = {},
): Promise<ExportCounts> {
  const counts = noCounts();
  const stream = typeof target === "string" ? createWriteStream(target) : target;
  await pipeline(Readable.from(exportChunks(options, counts)), stream);
  return counts;
}

/** A small one as text. */
export function makeExport(options: Partial<ExportOptions> = {}): {
  readonly xml: string;
  readonly counts: ExportCounts;
} {
  const counts = noCounts();
  return { xml: [...exportChunks(options, counts)].join(""), counts };
}

function noCounts(): ExportCounts {
  return { bytes: 0, items: {}, comments: {} };
}

function* allChunks(scene: Scene): Generator<string> {
  yield head(scene);
  for (let index = 0; index < scene.images; index += 1) yield attachment(scene, index);
  for (let index = 0; index < scene.pages; index += 1) yield page(scene, index);
  for (let index = 0; index < 6; index += 1) yield menuItem(scene, index);
  for (let index = 0; index < scene.posts; index += 1) yield* post(scene, index);
  yield "</channel>\n</rss>\n";
}

const categories = [
  ["kitchen", "", "Kitchen"],
  ["bread", "kitchen", "Bread & Salt"],
  ["sourdough", "bread", "Sourdough"],
  ["garden", "", "Garden"],
  ["%d7%9e%d7%98%d7%91%d7%97", "garden", "מטבח"],
] as const;
const tags = [
  ["slow", "Slow"],
  ["c-plus-plus", "C++"],
  ["%e6%98%a5", "春"],
  ["winter", "Winter"],
] as const;
const authors = ["anna", "bert", "chiyo"];

function head({ url }: Scene): string {
  const categoryLines = categories.map(
    ([slug, parent, name], index) =>
      `<wp:category><wp:term_id>${index + 1}</wp:term_id>${cdata("wp:category_nicename", slug)}${cdata("wp:category_parent", parent)}${cdata("wp:cat_name", name)}${cdata("wp:category_description", `All about ${name}.`)}</wp:category>`,
  );
  const tagLines = tags.map(
    ([slug, name], index) =>
      `<wp:tag><wp:term_id>${index + 20}</wp:term_id>${cdata("wp:tag_slug", slug)}${cdata("wp:tag_name", name)}</wp:tag>`,
  );
  const authorLines = authors.map(
    (login, index) =>
      `<wp:author><wp:author_id>${index + 1}</wp:author_id>${cdata("wp:author_login", login)}${cdata("wp:author_email", `${login}@private.example`)}${cdata("wp:author_display_name", people[index] ?? login)}${cdata("wp:author_first_name", "")}${cdata("wp:author_last_name", "")}</wp:author>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file generated by WordPress as an export of your site. -->
<!-- generator="WordPress/6.6" created="2026-11-01 10:00" -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
	<title>The Longer Table</title>
	<link>${url}</link>
	<description>Notes on kitchens &amp; on those who sit in them</description>
	<pubDate>Sun, 01 Nov 2026 10:00:00 +0000</pubDate>
	<language>en-GB</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>${url}</wp:base_site_url>
	<wp:base_blog_url>${url}</wp:base_blog_url>
	${[...authorLines, ...categoryLines, ...tagLines].join("\n\t")}
	<wp:term><wp:term_id>40</wp:term_id>${cdata("wp:term_taxonomy", "nav_menu")}${cdata("wp:term_slug", "main")}<wp:term_parent></wp:term_parent>${cdata("wp:term_name", "Main")}</wp:term>
	<generator>https://wordpress.org/?v=6.6</generator>
`;
}

type ItemValues = {
  readonly id: number;
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  readonly slug: string;
  readonly time: number;
  readonly content: string;
  readonly more?: string;
  readonly parent?: number;
  readonly order?: number;
  readonly password?: string;
  readonly isSticky?: boolean;
  readonly author?: string;
};

/** All of an item but its comments and its end. */
function openItem({ url, counts }: Scene, values: ItemValues): string {
  const { id, type, status, title, link, slug, time, content, more = "" } = values;
  const { parent = 0, order = 0, password = "", isSticky = false, author = authors[id % authors.length] } = values;
  counts.items[`${type} ${status}`] = (counts.items[`${type} ${status}`] ?? 0) + 1;
  const local = toDate(time + hour);
  const gmt = status === "draft" ? zero : toDate(time);
  return `	<item>
		${cdata("title", title)}
		<link>${link}</link>
		<pubDate>${new Date(time).toUTCString().replace("GMT", "+0000")}</pubDate>
		<dc:creator><![CDATA[${author}]]></dc:creator>
		<guid isPermaLink="false">${url}/?p=${id}</guid>
		<description></description>
		${cdata("content:encoded", content)}
		${cdata("excerpt:encoded", "")}
		<wp:post_id>${id}</wp:post_id>
		${cdata("wp:post_date", local)}
		${cdata("wp:post_date_gmt", gmt)}
		${cdata("wp:post_modified", local)}
		${cdata("wp:post_modified_gmt", gmt)}
		${cdata("wp:comment_status", "open")}
		${cdata("wp:ping_status", "open")}
		${cdata("wp:post_name", slug)}
		${cdata("wp:status", status)}
		<wp:post_parent>${parent}</wp:post_parent>
		<wp:menu_order>${order}</wp:menu_order>
		${cdata("wp:post_type", type)}
		${cdata("wp:post_password", password)}
		<wp:is_sticky>${isSticky ? 1 : 0}</wp:is_sticky>
		${more}
`;
}

const closeItem = "	</item>\n";

function attachment(scene: Scene, index: number): string {
  const id = 100_000 + index;
  const name = `${nouns[index % nouns.length]}-${index}`;
  const file = `${2009 + (index % 10)}/${String((index % 12) + 1).padStart(2, "0")}/${name}.jpg`;
  const address = `${scene.url}/wp-content/uploads/${file}`;
  const sizes = ["300x200", "1024x683"].map(
    (size) =>
      `s:6:"medium";a:2:{s:4:"file";s:${name.length + size.length + 5}:"${name}-${size}.jpg";s:5:"width";i:300;}`,
  );
  const metadata = `a:2:{s:4:"file";s:${file.length}:"${file}";s:5:"sizes";a:2:{${sizes.join("")}}}`;
  const more = [
    cdata("wp:attachment_url", address),
    meta("_wp_attached_file", file),
    meta("_wp_attachment_metadata", metadata),
    meta("_wp_attachment_image_alt", `A ${nouns[index % nouns.length]}`),
  ].join("\n\t\t");
  const time = start + index * hour;
  const link = `${scene.url}/${name}/`;
  const values = { id, type: "attachment", status: "inherit", title: name, link, slug: name, time, content: "", more };
  return openItem(scene, values) + closeItem;
}

function page(scene: Scene, index: number): string {
  const id = 200_000 + index;
  const slug = `page-${index}`;
  const parent = index % 3 === 0 ? 0 : id - 1;
  const path = Array.from({ length: (index % 3) + 1 }, (_, back) => `page-${index - back}`).toReversed();
  const values = {
    id,
    type: "page",
    status: "publish",
    title: `About ${nouns[index % nouns.length]}s`,
    link: `${scene.url}/${path.join("/")}/`,
    slug,
    time: start + index * 24 * hour,
    content: toText(scene, 40, index),
    parent,
    order: index,
  };
  return openItem(scene, values) + closeItem;
}

function menuItem(scene: Scene, index: number): string {
  const id = 300_000 + index;
  const more = [
    `<category domain="nav_menu" nicename="main"><![CDATA[Main]]></category>`,
    meta("_menu_item_type", "custom"),
    meta("_menu_item_menu_item_parent", index % 3 === 0 ? "0" : String(id - 1)),
    meta("_menu_item_object_id", String(id)),
    meta("_menu_item_object", "custom"),
    meta("_menu_item_url", `${scene.url}/category/kitchen/`),
  ].join("\n\t\t");
  const title = `Menu ${index}`;
  const link = `${scene.url}/?p=${id}`;
  const order = index + 1;
  const values = {
    id,
    type: "nav_menu_item",
    status: "publish",
    title,
    link,
    slug: `menu-${index}`,
    time: start,
    order,
  };
  return openItem(scene, { ...values, content: "", more }) + closeItem;
}

/** What every few posts are other than published. */
function statusOf(index: number): string {
  if (index % 37 === 5) return "draft";
  if (index % 41 === 7) return "private";
  if (index % 53 === 11) return "trash";
  if (index % 59 === 13) return "pending";
  return "publish";
}

function* post(scene: Scene, index: number): Generator<string> {
  const { url, posts, random } = scene;
  const id = index + 1;
  const time = start + Math.floor((index * 6000 * 24 * hour) / Math.max(1, posts));
  const status = statusOf(index);
  const title = titleOf(index);
  const slug = status === "draft" ? "" : index % 13 === 3 ? `%e6%98%a5-${id}` : `${nouns[index % nouns.length]}-${id}`;
  const date = new Date(time + hour);
  const folder = `${date.getUTCFullYear()}/${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
  const [category, , categoryName] = categories[Math.floor(random() * categories.length)] ?? categories[0];
  const [tag, tagName] = tags[Math.floor(random() * tags.length)] ?? tags[0];
  const more = [
    `<category domain="category" nicename="${category}"><![CDATA[${categoryName}]]></category>`,
    `<category domain="post_tag" nicename="${tag}"><![CDATA[${tagName}]]></category>`,
    meta("_edit_last", "1"),
    ...(index % 17 === 2 ? [meta("_wp_old_slug", `old-${id}`)] : []),
    ...(scene.images > 0 && index % 5 === 0 ? [meta("_thumbnail_id", String(100_000 + (index % scene.images)))] : []),
  ].join("\n\t\t");
  const link = slug === "" ? `${url}/?p=${id}` : `${url}/${folder}/${slug}/`;
  const content = toText(scene, scene.words, index);
  const password = index % 43 === 9 ? "sesame" : "";
  const values = { id, type: "post", status, title, link, slug, time, content, more, password, isSticky: index === 2 };
  yield openItem(scene, values);
  yield* commentsOf(scene, index, time);
  yield closeItem;
}

function titleOf(index: number): string {
  const noun = nouns[index % nouns.length] ?? "";
  const titles = [
    `The ${noun}, again`,
    `Salt & ${noun}: "a note"`,
    `<em>${noun}</em> 100%`,
    `春の${noun} 🎏`,
    `مائدة ${noun}`,
  ];
  return titles[index % titles.length] ?? noun;
}

/** Half of all comments go to the first tenth of the posts. */
function* commentsOf(scene: Scene, index: number, time: number): Generator<string> {
  const { posts, comments } = scene;
  const busy = Math.max(1, Math.ceil(posts / 10));
  const isBusy = index < busy;
  const share = posts <= busy ? comments : Math.floor(comments / 2);
  const rest = comments - share;
  const [sum, among, place] = isBusy ? [share, busy, index] : [rest, posts - busy, index - busy];
  const count = Math.floor(sum / among) + (place < sum % among ? 1 : 0);
  const first = scene.nextComment;
  scene.nextComment += count;
  // A reply every second, and of those each eighth stands before what it answers.
  const order = Array.from({ length: count }, (_, number) => number);
  for (let number = 8; number < count; number += 8) [order[number - 1], order[number]] = [number, number - 1];
  for (const number of order) yield comment(scene, { first, number, time });
}

function comment(scene: Scene, { first, number, time }: { first: number; number: number; time: number }): string {
  const { counts, random, url } = scene;
  const id = first + number;
  const isPing = number % 29 === 3;
  const approved = number % 31 === 7 ? "0" : number % 61 === 17 ? "trash" : "1";
  const type = isPing ? "pingback" : number % 2 === 0 ? "comment" : "";
  const parent = isPing || number % 2 === 0 || number === 0 ? 0 : first + number - 1;
  counts.comments[`${type || "comment"} ${approved}`] = (counts.comments[`${type || "comment"} ${approved}`] ?? 0) + 1;
  const name = people[Math.floor(random() * people.length)] ?? "";
  const date = time + (number + 1) * hour;
  const text = [sentences[number % sentences.length], sentences[(id * 7) % sentences.length]].join("\n\n");
  return `		<wp:comment>
			<wp:comment_id>${id}</wp:comment_id>
			${cdata("wp:comment_author", name)}
			${cdata("wp:comment_author_email", `reader-${id}@private.example`)}
			<wp:comment_author_url>${number % 3 === 0 ? `https://reader-${id}.example/?a=1&amp;b=2` : ""}</wp:comment_author_url>
			${cdata("wp:comment_author_IP", `203.0.113.${id % 250}`)}
			${cdata("wp:comment_date", toDate(date + hour))}
			${cdata("wp:comment_date_gmt", toDate(date))}
			${cdata("wp:comment_content", `${text} <a href="${url}/?p=${(id % 20) + 1}">here</a>`)}
			${cdata("wp:comment_approved", approved)}
			${cdata("wp:comment_type", type)}
			<wp:comment_parent>${parent}</wp:comment_parent>
			<wp:comment_user_id>${number % 11 === 5 ? 1 : 0}</wp:comment_user_id>
			<wp:commentmeta>${cdata("wp:meta_key", "_agent")}${cdata("wp:meta_value", "Mozilla/5.0 (private)")}</wp:commentmeta>
		</wp:comment>
`;
}

function toText(scene: Scene, words: number, index: number): string {
  const { content, images, url } = scene;
  const isBlock = content === "block" || (content === "mixed" && index % 2 === 1);
  const paragraphs: string[] = [];
  for (let count = 0; count < words;) {
    const chosen = Array.from({ length: 4 }, () => sentences[Math.floor(scene.random() * sentences.length)] ?? "");
    const text = chosen.join(" ").replace("3 < 4 > 2", "3 &lt; 4 &gt; 2");
    count += text.split(" ").length;
    paragraphs.push(text);
  }
  paragraphs.splice(
    1,
    0,
    `An older note is <a href="${url}/?p=${(index % 40) + 1}">here</a>; <em>this</em> is <strong>ours</strong>.`,
  );
  if (images > 0) paragraphs.splice(2, 0, picture(scene, index, isBlock));
  if (index % 7 === 1) paragraphs.push("<pre>if (a[i]]>b) return;</pre>");
  const [first = "", ...rest] = paragraphs;
  if (!isBlock) return [first, ...(index % 6 === 0 ? ["<!--more-->"] : []), ...rest].join("\n\n");
  return paragraphs.map((text) => (text.startsWith("<") && !text.startsWith("<a") ? text : block(text))).join("\n\n");
}

function block(text: string): string {
  return `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;
}

function picture({ images, url }: Scene, index: number, isBlock: boolean): string {
  const number = index % images;
  const name = `${nouns[number % nouns.length]}-${number}`;
  const src = `${url}/wp-content/uploads/${2009 + (number % 10)}/${String((number % 12) + 1).padStart(2, "0")}/${name}-300x200.jpg`;
  const id = 100_000 + number;
  if (!isBlock) {
    return `[caption id="attachment_${id}" align="alignnone" width="300"]<img class="wp-image-${id}" src="${src}" alt="A ${name}" width="300" height="200" /> A ${name}[/caption]`;
  }
  return `<!-- wp:image {"id":${id}} -->\n<figure class="wp-block-image"><img src="${src}" alt="" class="wp-image-${id}"/><figcaption>A ${name}</figcaption></figure>\n<!-- /wp:image -->`;
}

function meta(key: string, value: string): string {
  return `<wp:postmeta>${cdata("wp:meta_key", key)}${cdata("wp:meta_value", value)}</wp:postmeta>`;
}

function cdata(name: string, text: string): string {
  return `<${name}><![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]></${name}>`;
}

function toDate(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}
