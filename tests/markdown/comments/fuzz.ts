const tags =
  "a b p i em br hr li ul ol dl dt dd td th tr h1 h2 h3 h4 h5 h6 pre div sub sup svg img code table tbody thead tfoot " +
  "details summary blockquote strong del ins kbd script style math title template noscript textarea select option " +
  "form input button iframe section caption span g-emoji math-renderer q tt strike video source xmp plaintext x:y";
const names = tags.split(" ");
const attributes = [
  'href="https://a.example/?a=1&amp;b=2"',
  "href=javascript:hit()",
  'href="mailto:a@b.example"',
  'src="media/a.png"',
  'rel="nofollow ugc noopener"',
  'alt=""',
  'alt="a &quot; b"',
  'src="https://a.example/x.png"',
  "title='a\"b'",
  "title",
  'dir="auto"',
  'lang="en"',
  'lang="ts"',
  'class="align-center"',
  'class="language-ts"',
  'class="sr-only"',
  "align=right",
  'class="highlight highlight-source-js"',
  'class="markdown-alert"',
  'class="markdown-alert-title"',
  "hidden",
  "id=x",
  'class="email-hidden-reply"',
  'class="footnotes"',
  'class="emoji"',
  'width="10"',
  'colspan="2"',
  'start="3"',
  "onerror=hit()",
  "type=checkbox",
  "checked",
  "style=x",
  'href="https://EXAMPLE.com/a b|"',
  'class="anchor"',
  '"',
  "=",
  "'",
  "/",
];
const texts = [
  "x",
  " ",
  "\n",
  "\t",
  "a b",
  "&",
  "&amp;",
  "&lt;",
  "&gt;",
  "&quot;",
  '"',
  "<",
  ">",
  "&#60;",
  "&nbsp",
  "\u00a0",
  "\0",
  "\r",
  "\u202e",
  "\ud83d",
  "\ude00",
  "😀",
  "***@",
  "***.***",
  "***@***.***",
  "…",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<!",
  "<?",
  "</",
  "&lt",
  "&ampx;",
  "é",
  "日本",
  "\u2066",
  "\x0c",
  "\ufffe",
];

/** The same sequence for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

/** Something that looks like HTML. */
export function fuzzHtml(random: Random, most = 24): string {
  const parts = 1 + Math.floor(random() * most);
  return Array.from({ length: parts }, () => fuzzPart(random)).join("");
}

/** The text with one piece taken out, doubled, moved or replaced. */
export function mutate(html: string, random: Random): string {
  const from = Math.floor(random() * (html.length + 1));
  const to = Math.min(html.length, from + Math.floor(random() * random() * 20));
  const piece = html.slice(from, to);
  const [before, after] = [html.slice(0, from), html.slice(to)];
  const kind = random();
  if (kind < 0.25) return before + after;
  if (kind < 0.4) return before + piece + piece + after;
  if (kind < 0.55) return after + piece + before;
  return before + fuzzPart(random) + (kind < 0.8 ? piece : "") + after;
}

function fuzzPart(random: Random): string {
  const kind = random();
  const name = pick(names, random);
  if (kind < 0.4) return `<${name}${random() < 0.4 ? ` ${pick(attributes, random)}` : ""}${fuzzAttribute(random)}>`;
  if (kind < 0.65) return `</${name}>`;
  if (kind < 0.75) return `<${name}>${pick(texts, random)}</${name}>`;
  return pick(texts, random);
}

function fuzzAttribute(random: Random): string {
  return random() < 0.3 ? ` ${pick(attributes, random)}` : "";
}

function pick<T>(list: readonly T[], random: Random): T | "" {
  return list[Math.floor(random() * list.length)] ?? "";
}
