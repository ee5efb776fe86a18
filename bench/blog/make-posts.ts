import { createRandom } from "../../tests/support/random.ts";
import { words } from "./words.ts";

export type BenchPost = {
  /** `post-17` */
  readonly slug: string;
  /** The day, `2019-03-05`. */
  readonly date: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly tags: readonly string[];
  /** Markdown as every generator reads it. */
  readonly body: string;
};

const categories = 12;
const tagsOfPost = 3;
const wordsOfPost = 600;
const languages = ["js", "python", "css", "bash", "json"] as const;

/** Posts as blogs have them, the same at every run; the number of tags grows with the square root of that of posts. */
export function* makePosts(count: number): Generator<BenchPost> {
  const vocabulary = Math.max(tagsOfPost, Math.round(Math.sqrt(count)));
  for (let number = 1; number <= count; number++) yield makePost(number, vocabulary);
}

function makePost(number: number, vocabulary: number): BenchPost {
  const random = createRandom(number);
  const draw = (below: number) => Math.floor(random() * below);
  const write = createWriter(random);
  const first = draw(vocabulary);
  const tags = Array.from({ length: tagsOfPost }, (_, index) => `tag-${(first + index * (1 + draw(3))) % vocabulary}`);
  return {
    slug: `post-${number}`,
    date: toDay(number),
    title: capitalise(write.words(4 + draw(5)).join(" ")),
    description: write.sentence(),
    category: `category-${number % categories}`,
    tags: [...new Set(tags)],
    body: makeBody(number, draw, write),
  };
}

type Writer = {
  readonly words: (count: number) => string[];
  readonly sentence: () => string;
  readonly paragraph: () => string;
};

function createWriter(random: () => number): Writer {
  // The front of the list is drawn more often, as in prose.
  const word = (): string => words[Math.floor(random() ** 2 * words.length)] ?? "the";
  const drawWords = (count: number): string[] => Array.from({ length: count }, word);
  const sentence = (): string => `${capitalise(drawWords(8 + Math.floor(random() * 12)).join(" "))}.`;
  return {
    words: drawWords,
    sentence,
    paragraph: () => Array.from({ length: 4 + Math.floor(random() * 3) }, sentence).join(" "),
  };
}

/** Sections until the words are there; in one post of three a block of code. */
function makeBody(number: number, draw: (below: number) => number, write: Writer): string {
  const parts = [write.paragraph(), "<!-- more -->"];
  const target = `/posts/post-${1 + draw(number)}/`;
  for (let section = 0; countWords(parts) < wordsOfPost; section++) {
    parts.push(`## ${capitalise(write.words(4).join(" "))}`);
    parts.push(`${write.paragraph()} See [${write.words(3).join(" ")}](${target}), *${write.words(3).join(" ")}*.`);
    if (section % 3 === 0) parts.push(`### ${capitalise(write.words(3).join(" "))}`, toList(write, draw(4) + 2));
    if (section === 1 && number % 3 === 0) parts.push(makeCode(number, write));
    if (section === 2) parts.push(`> ${write.sentence()}`);
    parts.push(`${write.paragraph()} [Elsewhere](https://example.org/${draw(1000)}), **${write.words(2).join(" ")}**.`);
  }
  return `${parts.join("\n\n")}\n`;
}

function countWords(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.split(" ").length, 0);
}

function toList(write: Writer, length: number): string {
  return Array.from({ length }, () => `- ${write.sentence()}`).join("\n");
}

function makeCode(number: number, write: Writer): string {
  const language = languages[number % languages.length] ?? "js";
  const names = write.words(12);
  const pairs = names.slice(0, 4).map((name, index) => `${name}${index}`);
  const code = {
    js: pairs.map((name) => `export function ${name}(cups) {\n  return cups.filter((cup) => cup.size > ${number});\n}`),
    python: pairs.map((name) => `def ${name}(cups):\n    return [cup for cup in cups if cup.size > ${number}]`),
    css: pairs.map((name) => `.${name} {\n  color: #8a3b1e;\n  margin: ${number}px auto;\n}`),
    bash: pairs.map((name) => `for ${name} in "$@"; do\n  echo "$${name}" | sort -n > ${name}.txt\ndone`),
    json: [`{\n${pairs.map((name) => `  "${name}": [${number}, true, "cup"]`).join(",\n")}\n}`],
  }[language];
  return `\`\`\`${language}\n${code.join("\n")}\n\`\`\``;
}

/** Four posts a day, back from the last day of 2025. */
function toDay(number: number): string {
  return new Date(Date.UTC(2025, 11, 31) - Math.floor(number / 4) * 86_400_000).toISOString().slice(0, 10);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
