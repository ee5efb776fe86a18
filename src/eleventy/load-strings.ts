import { join } from "node:path";
import type { mergeStrings, StringsSource } from "../../_includes/strings/merge-strings.ts";
import type { StringsOf } from "../../_includes/strings/strings.ts";
import { listFiles } from "../files/read-folder.ts";
import { isRecord } from "../lib/is-record.ts";
import { toLanguage } from "../lib/language.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import { toDisplayPath } from "./blog-folder.ts";
import { enginePath } from "./engine.ts";
import type { ImportPage } from "./page-modules.ts";
import { readModule } from "./read-module.ts";

type LoadedStrings = { readonly stringsOf: StringsOf; readonly problems: readonly Problem[] };

type StringsOptions = {
  /** `_data/` of the blog, where it has one. */
  readonly data: string | undefined;
  /** The blog's own language. */
  readonly language: string;
  readonly importPage: ImportPage;
};

/**
 * The words of every language, with the owner's of `_data/strings/`. Ours are imported as pages are, by path: so the
 * dev server shows an edited word at once.
 */
export async function loadStrings({ data, language, importPage }: StringsOptions): Promise<LoadedStrings> {
  const module = await importPage(enginePath("_includes/strings/merge-strings.ts"));
  if (!isStringsModule(module)) throw new Error("_includes/strings/merge-strings.ts must export mergeStrings");
  const read = await Promise.all(findFiles(data).map(readStrings));
  const merged = module.mergeStrings(
    read.flatMap((source) => ("value" in source ? source : [])),
    language,
  );
  return { ...merged, problems: [...read.flatMap((source) => ("id" in source ? source : [])), ...merged.problems] };
}

function isStringsModule(module: unknown): module is { readonly mergeStrings: typeof mergeStrings } {
  return isRecord(module) && typeof module.mergeStrings === "function";
}

function findFiles(data: string | undefined): string[] {
  const folder = data === undefined ? undefined : join(data, "strings");
  if (folder === undefined) return [];
  return listFiles(folder)
    .filter((path) => /^[^._/][^/]*\.ts$/.test(path))
    .map((path) => join(folder, path));
}

async function readStrings(file: string): Promise<StringsSource | Problem> {
  const display = toDisplayPath(file);
  const name = display.replace(/^.*\/|\.ts$/g, "");
  const lang = toLanguage(name);
  const refused = { severity: "error", file: display, line: 1, column: 1 } as const;
  if (lang === undefined) {
    const message = `the file name is no language code (found ${show(name)})`;
    return { id: "strings-language", ...refused, message, remedy: "Call it `de.ts`, `pt-BR.ts` or the like." };
  }
  const source = await readModule(file);
  if ("value" in source && isRecord(source.value)) return { lang, ...source };
  if (!("value" in source)) return { id: "strings", ...refused, ...source };
  const message = `the words are no object (found ${show(source.value)})`;
  return { id: "strings", ...refused, message, remedy: 'Write `export default { postedIn: "…" }`.' };
}
