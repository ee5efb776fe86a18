import yaml from "js-yaml";
import { isRecord } from "../lib/is-record.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { createYamlLocator, findDuplicateKeys, type Locate } from "./yaml-locator.ts";
import { explainYaml } from "./yaml-mistake.ts";

/** A file cut into its front matter and its Markdown. */
export type FrontMatter = {
  /** Plain text, `null`, lists and maps: `true` and `1.10` stay text until a schema reads them. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Line of the file, from 1, on which `body` begins. */
  readonly bodyLine: number;
  readonly locate: Locate;
};

/** No front matter when nothing of it could be read. */
export type ParsedFrontMatter = { readonly frontMatter?: FrontMatter; readonly problems: readonly Problem[] };

type Mistake = Omit<Problem, "file" | "severity">;
type Reading = { readonly frontMatter?: FrontMatter; readonly mistakes: readonly Mistake[] };

const nothing = new yaml.Type("tag:yaml.org,2002:null", {
  kind: "scalar",
  resolve: (text: string | null) => text === null || /^(?:~|null|Null|NULL)?$/.test(text),
  construct: () => null,
});
// Failsafe plus null: a title `1.10` or a tag `no` must stay what the author typed.
const schema = yaml.FAILSAFE_SCHEMA.extend({ implicit: [nothing] });
const opening = /^---[ \t]*(?:\n|$)/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;
const linesAbove = 1;

/** YAML between `---` lines at the very top of the file; `text` has `\n` at the ends of its lines. */
export function parseFrontMatter(text: string, file: string): ParsedFrontMatter {
  const { mistakes, ...read } = readFile(text);
  return { ...read, problems: mistakes.map((mistake) => ({ ...mistake, severity: "error", file })) };
}

function readFile(text: string): Reading {
  if (text.trim() === "") {
    return fail("file-empty", "the file is empty", "Write a post with `title:` and `date:` in it, or delete it.");
  }
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return refuseFile(text);
  const rest = text.slice(start);
  const end = closing.exec(rest);
  if (!end) return fail("front-matter-open", "the front matter has no end", "Add a line `---` below its last key.");
  const source = rest.slice(0, end.index);
  const body = rest.slice(end.index + end[0].length).replace(/^\n/, "");
  return readYaml(source, (data) => {
    const bodyLine = source.split("\n").length + 1 + linesAbove;
    return { data, body, bodyLine, locate: createYamlLocator(source, linesAbove) };
  });
}

function refuseFile(text: string): Reading {
  const id = "front-matter-missing";
  if (/^\+\+\+\s/.test(text)) {
    const remedy = "Write it as YAML between `---` lines; `npm run import -- markdown DIR` does it for a whole folder.";
    return fail(id, "the front matter is TOML (found `+++`)", remedy);
  }
  const above = /^\s+(?=---[ \t]*\n)/.exec(text)?.[0];
  if (above !== undefined) {
    return fail(id, "the front matter does not begin at the top", "Remove what stands above its first `---`.");
  }
  const remedy = "Begin the file with `---`, `title: …`, `date: …` and `---`, each on a line of its own.";
  return fail(id, `the file has no front matter (found ${show(text.trim())})`, remedy);
}

function readYaml(source: string, toFrontMatter: (data: FrontMatter["data"]) => FrontMatter): Reading {
  const loaded = load(source);
  if ("error" in loaded) {
    const { line, ...mistake } = explainYaml(loaded.error, source);
    return { mistakes: [{ id: "front-matter-yaml", line: line + linesAbove, ...mistake }] };
  }
  const data = loaded.value ?? {};
  if (isRecord(data)) return { frontMatter: toFrontMatter(data), mistakes: loaded.mistakes };
  const message = `the front matter is no list of keys and values (found ${show(data)})`;
  return fail(
    "front-matter-yaml",
    message,
    "Write one `key: value` on each line, with a space behind the colon.",
    1 + linesAbove,
  );
}

type Loaded =
  | { readonly value: unknown; readonly mistakes: readonly Mistake[] }
  | { readonly error: yaml.YAMLException };

/** With a key that is there twice, the rest can still be checked. */
function load(source: string): Loaded {
  const first = tryLoad(source, false);
  if (!("error" in first) || first.error.reason !== "duplicated mapping key") return first;
  const second = tryLoad(source, true);
  if ("error" in second) return second;
  return { value: second.value, mistakes: findDuplicateKeys(source, linesAbove).map(toDuplicateMistake) };
}

function tryLoad(source: string, json: boolean): Loaded {
  try {
    return { value: yaml.load(source, { schema, json }), mistakes: [] };
  } catch (error) {
    if (error instanceof yaml.YAMLException) return { error };
    throw error;
  }
}

function toDuplicateMistake({ key, at, first }: ReturnType<typeof findDuplicateKeys>[number]): Mistake {
  const message = `\`${show(key)}\` is there twice (first in line ${first.line})`;
  return { id: "front-matter-duplicate", ...at, message, remedy: "Remove one of the two." };
}

function fail(id: string, message: string, remedy: string, line = 1): Reading {
  return { mistakes: [{ id, line, column: 1, message, remedy }] };
}
