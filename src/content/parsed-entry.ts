import type { z } from "zod";
import { parseDate } from "../lib/date.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toSlug, type Slug } from "../lib/slug.ts";
import { isAbsent } from "./field.ts";
import { parseFrontMatter, type FrontMatter } from "./front-matter.ts";
import {
  createFrontMatterSchema,
  foreignKeys,
  frontMatterKeys,
  type FrontMatterContext,
  type FrontMatterValues,
} from "./front-matter-schema.ts";
import { findUnknownKeys, problemAt, toProblems } from "./issues.ts";
import type { Source } from "./post.ts";
import { decodeSource, type SourceFile } from "./source-file.ts";
import { toSourceName, type SourceName } from "./source-path.ts";
import type { Locate } from "./yaml-locator.ts";

/** What one file says; how it fits the others is seen later. */
export type ParsedEntry = {
  readonly kind: "post" | "page";
  readonly values: FrontMatterValues & { readonly title: string };
  readonly slug: Slug;
  readonly source: Source;
  readonly locate: Locate;
  /** Keys that are missing or have a wrong value. An entry with some is compared with the others, but not published. */
  readonly wrong: ReadonlySet<string>;
};

/** No entry when the file has no front matter that can be read. */
export type ParsedFile = { readonly entry?: ParsedEntry; readonly problems: readonly Problem[] };

/** Reads posts (`date` required) or pages. */
export function createEntryParser(
  kind: "post" | "page",
  context: FrontMatterContext,
): (source: SourceFile) => ParsedFile {
  const schema = createFrontMatterSchema(context);
  return (source) => {
    const decoded = decodeSource(source);
    if ("problem" in decoded) return { problems: [decoded.problem] };
    const { frontMatter, problems } = parseFrontMatter(decoded.text, source.file);
    if (!frontMatter) return { problems };
    const read = readEntry({ kind, schema, source, frontMatter });
    return { entry: read.entry, problems: [...problems, ...read.problems] };
  };
}

type Schema = ReturnType<typeof createFrontMatterSchema>;

type EntryInput = {
  readonly kind: "post" | "page";
  readonly schema: Schema;
  readonly source: SourceFile;
  readonly frontMatter: FrontMatter;
};

function readEntry({ kind, schema, source: { file, path }, frontMatter }: EntryInput) {
  const { body, bodyLine, locate } = frontMatter;
  const name = toSourceName(path);
  const dated = withDate(frontMatter, name, file);
  const missing = findMissing(kind, dated.data);
  const { values, issues } = readValues(schema, dated.data);
  const slug = toSlug(values.slug ?? name.name);
  const keys = { known: frontMatterKeys, foreign: foreignKeys, id: "front-matter-key", severity: "warning" } as const;
  const problems = [
    ...findUnknownKeys(frontMatter.data, keys, file, locate),
    ...dated.problems,
    ...missing.map((key) => toMissingProblem(key, frontMatter, name, file)),
    ...(issues ? toProblems(issues, file, locate) : []),
    ...findChangedSlug(values.slug, slug, file, locate),
  ];
  const wrong = new Set([...missing, ...(issues?.issues ?? []).map((issue) => String(issue.path[0]))]);
  const source: Source = { file, path, body, bodyLine };
  const entry: ParsedEntry = { kind, values: { ...values, title: values.title ?? "" }, slug, source, locate, wrong };
  return { entry, problems };
}

type Values = { readonly values: FrontMatterValues; readonly issues?: z.ZodError };

/** What is right, also when something is wrong: so that all problems of a file come to light in one run. */
function readValues(schema: Schema, data: FrontMatter["data"]): Values {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { values: parsed.data };
  const right: Record<string, unknown> = { ...data };
  for (const { path } of parsed.error.issues) {
    const [name, index] = path;
    const key = String(name);
    if (typeof index !== "number") right[key] = undefined;
    else if (right[key] === data[key]) right[key] = withoutWrong(data[key], key, parsed.error);
  }
  return { values: schema.parse(right), issues: parsed.error };
}

/** A list whose wrong items are empty, so that all others keep their places. */
function withoutWrong(list: unknown, key: string, { issues }: z.ZodError): unknown {
  const wrong = new Set(issues.filter(({ path }) => path[0] === key).map(({ path }) => path[1]));
  return Array.isArray(list) ? list.map((item: unknown, index) => (wrong.has(index) ? undefined : item)) : undefined;
}

type Dated = { readonly data: FrontMatter["data"]; readonly problems: readonly Problem[] };

/** The file name's date stands in for one that is missing, or that names the same day but cannot be read further. */
function withDate({ data, locate }: FrontMatter, name: SourceName, file: string): Dated {
  if (name.date === undefined || !("date" in parseDate(name.date, "UTC"))) return { data, problems: [] };
  const named = { ...data, date: name.date };
  if (isAbsent(data.date)) return { data: named, problems: [] };
  const { date } = data;
  if (typeof date !== "string" || !date.startsWith(name.date)) return { data, problems: [] };
  const parsed = parseDate(date, "UTC");
  if ("date" in parsed || parsed.mistake === "impossible") return { data, problems: [] };
  const message = `\`date\` is not a date (found ${show(date)}); the day in the file name is used`;
  const problem = { id: "date-time", severity: "warning", file, message } as const;
  const remedy = `Write \`date: ${name.date} 09:30\`.`;
  return { data: named, problems: [problemAt({ ...problem, remedy }, locate, ["date"])] };
}

function findMissing(kind: "post" | "page", data: FrontMatter["data"]): string[] {
  const required = kind === "post" ? ["title", "date"] : ["title"];
  return required.filter((key) => isAbsent(data[key]));
}

function toMissingProblem(key: string, { data, locate }: FrontMatter, name: SourceName, file: string): Problem {
  if (key === "date" && name.date !== undefined) {
    const message = `the file name begins with a day that does not exist (found ${name.date})`;
    const remedy = "Correct the file name, or add a line `date: 2026-01-31`.";
    return { id: "date-impossible", severity: "error", file, line: 1, column: 1, message, remedy };
  }
  const message = key in data ? `\`${key}\` is empty` : `\`${key}\` is missing`;
  const remedy =
    key === "date" ? "Add a line `date: 2026-01-31`, or begin the file name with the date." : "Add a line `title: …`.";
  return problemAt({ id: `${key}-missing`, severity: "error", file, message, remedy }, locate, [key], "key");
}

function findChangedSlug(given: string | undefined, slug: Slug, file: string, locate: Locate): Problem[] {
  if (given === undefined || given.normalize("NFC") === slug) return [];
  const message = `\`slug\` is not a slug (found ${show(given)}); \`${slug}\` is used`;
  const remedy = `Write \`slug: ${slug}\`.`;
  const fix = { kind: "replace", path: ["slug"], found: given, value: slug } as const;
  return [problemAt({ id: "slug-changed", severity: "warning", file, message, remedy, fix }, locate, ["slug"])];
}
