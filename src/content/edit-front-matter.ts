import type { Fix } from "../lib/problem.ts";
import { parseFrontMatter, type FrontMatter } from "./front-matter.ts";
import { toLines } from "./source-file.ts";
import { findEdits, type TextEdit, type YamlChange } from "./yaml-edit.ts";

type Data = FrontMatter["data"];

/**
 * The text of a file, with its own line ends and byte order mark, after one change of its front matter; comments, order
 * and quotation marks stay. Undefined unless what was written, read again, differs from before in just that.
 */
export function editFrontMatter(text: string, fix: Fix): string | undefined {
  const edited = change(text, fix);
  return edited === undefined || fix.kind === "add" ? edited : withoutDouble(edited, fix);
}

/** A list that has the new value elsewhere has it once; where that cannot be written for sure, twice as before. */
function withoutDouble(text: string, { path: [key, index = 0], value }: Extract<Fix, { kind: "replace" }>): string {
  const list = toList(read(text)?.data[key]);
  const places = list.flatMap((item, at) => (normalise(item) === normalise(value) ? at : []));
  const doubles = places[0] === index ? places.slice(1) : [index];
  return doubles.reduceRight((rest, at) => change(rest, { kind: "remove", path: [key, at] }) ?? rest, text);
}

function change(text: string, fix: YamlChange): string | undefined {
  const source = findYaml(text);
  const before = read(text);
  const wanted = before && toWanted(before.data, fix);
  if (!source || !before || !wanted) return undefined;
  return findEdits(source.yaml, fix)
    .map(
      (edit) => text.slice(0, source.start) + apply(source.yaml, edit) + text.slice(source.start + source.yaml.length),
    )
    .find((candidate) => {
      const after = read(candidate);
      return after?.body === before.body && isSame(after.data, wanted);
    });
}

/** As `parseFrontMatter` cuts it, but with the line ends that the file has. */
function findYaml(text: string): { readonly start: number; readonly yaml: string } | undefined {
  const start = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const rest = text.slice(start);
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest)?.index;
  return end === undefined ? undefined : { start, yaml: rest.slice(0, end) };
}

function read(text: string): FrontMatter | undefined {
  const { frontMatter, problems } = parseFrontMatter(toLines(text.replace(/^\uFEFF/, "")), "");
  return problems.length === 0 ? frontMatter : undefined;
}

function toWanted(data: Data, fix: YamlChange): Data | undefined {
  if (fix.kind === "remove") {
    const [key, index] = fix.path;
    return { ...data, [key]: toList(data[key]).filter((_, at) => at !== index) };
  }
  if (fix.kind === "add") return { ...data, [fix.key]: [...toList(data[fix.key]), ...fix.values] };
  const { path, found, value } = fix;
  const [key, index = 0] = path;
  const written = data[key];
  const list = Array.isArray(written) ? written : [written];
  if (normalise(list[index]) !== normalise(found)) return undefined;
  return { ...data, [key]: Array.isArray(written) ? list.with(index, value) : value };
}

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function normalise(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : value;
}

function isSame(a: Data, b: Data): boolean {
  try {
    return JSON.stringify(a) === JSON.stringify(b);
  } catch {
    // Anchors can make a value that holds itself: nothing to be sure of.
    return false;
  }
}

function apply(yaml: string, { start, end, text }: TextEdit): string {
  return yaml.slice(0, start) + text + yaml.slice(end);
}
