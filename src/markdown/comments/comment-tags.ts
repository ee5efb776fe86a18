/** The elements of a comment and where they may stand: what the writer writes and the verifier expects. */

const inline: ReadonlySet<string> = new Set("a b code del em i ins kbd strong sub sup".split(" "));

/** Blocks that hold text and no block. */
const textBlocks: ReadonlySet<string> = new Set("h4 h5 h6 p pre".split(" "));

const containers = "blockquote dd details dl dt li ol summary table tbody td th thead tr ul".split(" ");

export const voidTags: ReadonlySet<string> = new Set(["br", "hr", "img"]);

export const commentTags: ReadonlySet<string> = new Set([...inline, ...textBlocks, ...containers, ...voidTags]);

/** Elements that stand nowhere but directly in these. */
export const parentsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["li", ["ul", "ol"]],
  ["dt", ["dl"]],
  ["dd", ["dl"]],
  ["thead", ["table"]],
  ["tbody", ["table"]],
  ["tr", ["tbody", "thead"]],
  ["td", ["tr"]],
  ["th", ["tr"]],
  ["summary", ["details"]],
]);

/** What has to stand around text and other elements in these, which hold nothing but their parts and white space. */
export const wrapperIn: ReadonlyMap<string, string> = new Map([
  ["ul", "li"],
  ["ol", "li"],
  ["dl", "dd"],
  ["table", "tbody"],
  ["thead", "tr"],
  ["tbody", "tr"],
  ["tr", "td"],
]);

/** Elements that never stand within their like, at any depth. */
export const unnestable: ReadonlySet<string> = new Set(["a", "code"]);

/** Tables of cells deeper than this are no conversation. */
const maxDepth = 64;

/** A comment is at most so long, before and after: GitHub's own limit is 65,536 characters of Markdown. */
export const maxLength = 256 * 1024;

/** Stands where something was cut. */
export const cutMark = "…";

export function isInline(name: string): boolean {
  return inline.has(name);
}

export function isTextBlock(name: string): boolean {
  return textBlocks.has(name);
}

export function isBlock(name: string): boolean {
  return !inline.has(name) && name !== "br" && name !== "img";
}

/** Whether the element and all that has to stand in it still fits below so many others. */
export function fitsBelow(depth: number, name: string): boolean {
  let room = 1;
  for (let part = wrapperIn.get(name); part !== undefined; part = wrapperIn.get(part)) room += 1;
  return depth + room <= maxDepth;
}

/** ASCII white space alone; a browser moves anything else out of a table. */
export function isBlank(text: string): boolean {
  return !/[^\t\n ]/.test(text);
}
