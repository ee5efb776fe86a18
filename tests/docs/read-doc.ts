import { readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import GithubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";
import { enginePath } from "../../src/eleventy/engine.ts";
import { listFiles } from "../../src/files/read-folder.ts";

/** A block of code; `file` is named after its language: ```` ```yaml posts/a.md ````. */
export type Block = { readonly language: string; readonly file?: string; readonly text: string };

export type Doc = {
  /** From the repository's root. */
  readonly path: string;
  readonly headings: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly blocks: readonly Block[];
  /** Code within a line. */
  readonly spans: readonly string[];
  /** The cells of each row, as Markdown. */
  readonly rows: readonly (readonly string[])[];
};

const markdown = new MarkdownIt();

/** The files that explain the repository; posts and pages are the blog's. */
export function listDocs(): string[] {
  const inDocs = listFiles(enginePath("docs")).filter((path) => path.endsWith(".md"));
  return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...inDocs.map((path) => `docs/${path}`)];
}

export function readDoc(path: string): Doc {
  const tokens = markdown.parse(readFileSync(enginePath(path), "utf8"), {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const slugger = new GithubSlugger();
  const titles = tokens.flatMap(({ type }, index) =>
    type === "heading_open" ? (tokens[index + 1]?.children ?? []) : [],
  );
  const titleOf = (index: number) => (tokens[index + 1]?.children ?? []).map(({ content }) => content).join("");
  return {
    path,
    headings: new Set(
      tokens.flatMap(({ type }, index) => (type === "heading_open" ? slugger.slug(titleOf(index)) : [])),
    ),
    links: inline.flatMap((token) => token.attrGet("href") ?? token.attrGet("src") ?? []),
    blocks: tokens.filter(({ type }) => type === "fence").map(({ info, content }) => toBlock(info, content)),
    spans: [...inline, ...titles].filter(({ type }) => type === "code_inline").map(({ content }) => content),
    rows: toRows(tokens),
  };
}

/** Where a relative link leads: a file from the repository's root, and the id of a heading in it. */
export function toTarget({ path }: Doc, link: string): { readonly file: string; readonly heading: string } {
  const [file = "", heading = ""] = decodeURI(link).split("#");
  return { file: file === "" ? path : join(dirname(path), file), heading };
}

function toBlock(info: string, text: string): Block {
  const [language = "", file] = info.trim().split(" ");
  return { language, text, ...(file !== undefined && { file }) };
}

type Tokens = ReturnType<MarkdownIt["parse"]>;

function toRows(tokens: Tokens): string[][] {
  const rows: string[][] = [];
  for (const [index, { type }] of tokens.entries()) {
    if (type === "tr_open") rows.push([]);
    if (type === "td_open") rows.at(-1)?.push(tokens[index + 1]?.content ?? "");
  }
  return rows.filter((cells) => cells.length > 0);
}
