import { parse as parseToml, TomlError } from "smol-toml";
import { isMap, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import { isRecord } from "../../../lib/is-record.ts";
import { toPlain, type PlainData } from "./plain-data.ts";

/** What a text of YAML, TOML or JSON says, or why it cannot be read; lines from 1. */
export type ParsedData =
  | { readonly data: PlainData; readonly doubles: readonly { readonly key: string; readonly line: number }[] }
  | { readonly mistake: string; readonly line: number };

export type DataStyle = "yaml" | "toml" | "json";

export function parseData(source: string, style: DataStyle): ParsedData {
  if (isTooDeep(source)) return { mistake: "it is nested too deep", line: 1 };
  try {
    return { yaml: parseYaml, toml: readToml, json: readJson }[style](source);
  } catch (error) {
    // Thousands of nested brackets overflow a parser's stack.
    if (error instanceof RangeError) return { mistake: "it is nested too deep", line: 1 };
    throw error;
  }
}

/** Thousands of brackets in one another would bring the parsers of YAML to their end, and the whole process with them. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const [sign] of source.matchAll(/[[\]{}]/g)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > 200) return true;
  }
  return /^[ \t]{2000}|(?:[-?:][ \t]+){200}/m.test(source);
}

function parseYaml(source: string): ParsedData {
  const lineCounter = new LineCounter();
  // Failsafe: a title `1.10` and a tag `no` are what the author typed. Ruby takes the last of two equal keys.
  const options = { schema: "failsafe", uniqueKeys: false, lineCounter, logLevel: "silent" } as const;
  const document = parseDocument(source.replaceAll("\u00A0", " "), options);
  const [error] = document.errors;
  if (error) return { mistake: toLine(error.message), line: error.linePos?.[0].line ?? 1 };
  return toParsed(toPlain(readYaml(document)), findDoubles(document, lineCounter));
}

function readYaml(document: Document): unknown {
  try {
    return nullify(document.toJS({ maxAliasCount: 50 }));
  } catch (error) {
    if (error instanceof ReferenceError) return error.message;
    throw error;
  }
}

/** YAML's ways to write nothing. */
function nullify(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === "string" && /^(?:~|null|Null|NULL)?$/.test(item) ? null : item,
    ]),
  );
}

function findDoubles(document: Document, lines: LineCounter) {
  if (!isMap(document.contents)) return [];
  const seen = new Set<string>();
  return document.contents.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    const isDouble = seen.has(name);
    seen.add(name);
    return isDouble ? [{ key: name, line: lines.linePos(key.range?.[0] ?? 0).line }] : [];
  });
}

function readToml(source: string): ParsedData {
  try {
    return toParsed(toPlain(parseToml(source, { integersAsBigInt: "asNeeded" })), []);
  } catch (error) {
    if (error instanceof TomlError) return { mistake: toLine(error.message), line: error.line };
    throw error;
  }
}

function readJson(source: string): ParsedData {
  const text = source.trim();
  // Hexo leaves out the braces.
  const object = text.startsWith("{") ? text : `{${text.replace(/,$/, "")}}`;
  try {
    return toParsed(toPlain(JSON.parse(object)), []);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0);
    return { mistake: toLine(error.message), line: object.slice(0, at).split("\n").length };
  }
}

function toParsed(value: unknown, doubles: readonly { key: string; line: number }[]): ParsedData {
  if (value === null) return { data: {}, doubles };
  if (isRecord(value)) return { data: value, doubles };
  return { mistake: "it is no list of keys and values", line: 1 };
}

function toLine(message: string): string {
  return (
    message
      .split("\n")[0]
      ?.replace(/ at line \d+, column \d+:?$/, "")
      .replace(/^Invalid TOML document: /, "") ?? ""
  );
}
