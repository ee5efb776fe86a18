import type { TextScene } from "./text-scene.ts";

/** An address in a text: where it stands, as it is written, and what shows it. */
export type FoundLink = {
  readonly start: number;
  readonly end: number;
  readonly address: string;
  /** `definition`: `[name]: address`, which may be for a link or a picture. */
  readonly kind: "link" | "image" | "definition";
  /** How it is set off: `<address>`, in quotes, or bare. */
  readonly form: "angle" | "quoted" | "bare";
};

/** All addresses of links and pictures, in Markdown and in HTML, but not in code. */
export function findLinks(text: string, scene: TextScene): FoundLink[] {
  const links = [
    ...scene.prose.flatMap((range) => findInline(text, range, scene)),
    ...findDefinitions(text, scene),
    ...[...scene.prose, ...scene.html].flatMap((range) => findAttributes(text, range, scene)),
  ];
  return links.sort((a, b) => a.start - b.start);
}

type Range = { readonly start: number; readonly end: number };

/** `](address)` behind a `[`; the picture in a link is found before the link around it. */
function findInline(text: string, { start, end }: Range, scene: TextScene): FoundLink[] {
  const found: FoundLink[] = [];
  const open: boolean[] = [];
  // A search in the whole text would look through all of it for every paragraph without a link.
  for (const match of text.slice(start, end).matchAll(/\\.|!?\[|\]\(?/gs)) {
    const [sign] = match;
    const at = start + match.index;
    if (sign.startsWith("\\") || scene.partAt(at) !== "prose") continue;
    if (sign.endsWith("[")) open.push(sign.startsWith("!"));
    if (!sign.startsWith("]")) continue;
    const isImage = open.pop();
    const destination =
      isImage !== undefined && sign === "](" ? readDestination(text, at + sign.length, end) : undefined;
    if (destination) found.push({ ...destination, kind: isImage ? "image" : "link" });
  }
  return found;
}

const longest = 4_000;
// As in CommonMark.
const deepest = 32;

/** An address in front of a `)` or a title. */
function readDestination(text: string, from: number, limit: number): Omit<FoundLink, "kind"> | undefined {
  const blank = /\s*/y;
  blank.lastIndex = from;
  const at = from + (blank.exec(text)?.[0].length ?? 0);
  const stop = Math.min(limit, at + longest);
  if (text.charAt(at) === "<") {
    const close = text.indexOf(">", at);
    if (close < 0 || close >= stop || text.slice(at, close).includes("\n")) return undefined;
    return { start: at + 1, end: close, address: text.slice(at + 1, close), form: "angle" };
  }
  let depth = 0;
  let index = at;
  for (; index < stop; index += 1) {
    const char = text.charAt(index);
    if (char === "\\") index += 1;
    else if (/\s/.test(char)) break;
    else if (char === "(") {
      depth += 1;
      if (depth > deepest) return undefined;
    } else if (char === ")") {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return index === at || index >= stop
    ? undefined
    : { start: at, end: index, address: text.slice(at, index), form: "bare" };
}

function findDefinitions(text: string, scene: TextScene): FoundLink[] {
  const definition =
    /^[ \t>]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?\[(?!\^)(?:[^\]\\\n]|\\.){1,999}\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|([^\s<]\S*))/gm;
  return Array.from(text.matchAll(definition)).flatMap((match): FoundLink[] => {
    const [whole, angle, bare] = match;
    const part = scene.partAt(match.index + whole.indexOf("["));
    if (part === "code" || part === "html" || part === "prose") return [];
    const address = angle ?? bare ?? "";
    const end = match.index + whole.length - (angle === undefined ? 0 : 1);
    return [
      { start: end - address.length, end, address, kind: "definition", form: angle === undefined ? "bare" : "angle" },
    ];
  });
}

const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  area: ["href"],
  img: ["src"],
  source: ["src"],
  video: ["src", "poster"],
  audio: ["src"],
  track: ["src"],
  embed: ["src"],
  object: ["data"],
  link: ["href"],
};

function findAttributes(text: string, { start, end }: Range, scene: TextScene): FoundLink[] {
  const found: FoundLink[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(/<(a|area|img|source|video|audio|track|embed|object|link)(?=[\s/>])/gi)) {
    const from = start + match.index + match[0].length;
    if (scene.partAt(start + match.index) === "code") continue;
    const name = (match[1] ?? "").toLowerCase();
    const inner = text.slice(from, Math.min(end, from + longest));
    const close = inner.includes(">") ? /^(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(inner)?.[0] : undefined;
    for (const attribute of (close ?? "").matchAll(/([\w-]+)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)) {
      const [whole, key = "", double, single, bare] = attribute;
      if (!(attributes[name] ?? []).includes(key.toLowerCase())) continue;
      const address = double ?? single ?? bare ?? "";
      const last = from + attribute.index + whole.length - (bare === undefined ? 1 : 0);
      const kind = name === "a" || name === "area" || name === "link" ? "link" : "image";
      found.push({ start: last - address.length, end: last, address, kind, form: "quoted" });
    }
  }
  return found;
}
