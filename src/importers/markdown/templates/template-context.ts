import type { Finding } from "../../finding.ts";
import type { PlainData } from "../front/plain-data.ts";

/** What the tags of a text may ask for. Addresses are those of the old blog: links find their new ones later. */
export type TemplateContext = {
  /** Settings of the old site. */
  readonly site: PlainData;
  /** Front matter of the text, with `url` and `title`. */
  readonly page: PlainData;
  /** Origin without `/` at the end, or empty. */
  readonly origin: string;
  /** `/blog`, or empty. */
  readonly basePath: string;
  /** The old address of a text by its name in the generator's own way of naming; undefined for none. */
  readonly addressOf: (
    name: string,
    kind: "post" | "file" | "ref",
  ) => { readonly address: string; readonly title: string } | undefined;
};

export type Translated = {
  readonly text: string;
  readonly toSourceLine: (line: number) => number;
  /** Lines are those of the text before. */
  readonly findings: readonly Finding[];
};

/** What a tag becomes; undefined: it stays as text and is reported. */
export type TagResult = { readonly text: string; readonly note?: string } | undefined;

/** The arguments of a tag: those without a name in order, and those with one. */
export type TagArguments = {
  readonly list: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  readonly raw: string;
};

/** Words, `"quoted text"` and `name=value` pairs. */
export function parseArguments(raw: string, separators = /[\s,]/): TagArguments {
  const list: string[] = [];
  const named: Record<string, string> = {};
  const piece = /(?:([\w.-]+)\s{0,9}[=:]\s{0,9})?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`]+))/y;
  let at = 0;
  while (at < raw.length) {
    if (separators.test(raw.charAt(at))) {
      at += 1;
      continue;
    }
    piece.lastIndex = at;
    const [found, name, double, single, back, bare] = piece.exec(raw) ?? [];
    if (found === undefined) {
      at += 1;
      continue;
    }
    const quoted = double ?? single;
    const value = quoted === undefined ? (back ?? bare ?? "").replace(/,$/, "") : quoted.replace(/\\(["'\\])/g, "$1");
    // `https://…` is no name with a value.
    const isPair = name !== undefined && !(bare?.startsWith("//") ?? false);
    if (isPair) named[name] = value;
    else list.push(name === undefined ? value : found);
    at += found.length;
  }
  return { list, named, raw: raw.trim() };
}
