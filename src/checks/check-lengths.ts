import type { Page, Post } from "../content/post.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import type { FieldPlaces } from "../content/field-places.ts";

/**
 * In columns, of which a character of Chinese, Japanese or Korean takes two. Search engines show about 60 of a title
 * and 160 of a description, by pixels: what is far beyond is cut everywhere.
 */
const longestTitle = 90;
const longestDescription = 220;
const shortestDescription = 25;

/** Titles and descriptions that lists, cards and search engines would cut, and descriptions that say nothing. */
export function checkLengths({ title, description, source }: Post | Page, placeOf: FieldPlaces): Problem[] {
  const warn = (key: "title" | "description", message: string, remedy: string): Problem => {
    const place = placeOf(source, key);
    return { id: `${key}-length`, severity: "warning", file: source.file, ...place, message, remedy };
  };
  const tooLong = (key: "title" | "description", text: string, longest: number): Problem[] => {
    const length = toColumns(text);
    if (length <= longest) return [];
    const remedy = `Say it in at most ${longest}: what is longer is cut in lists and by search engines.`;
    return [warn(key, `the ${key} is ${length} characters long`, remedy)];
  };
  const problems = tooLong("title", title, longestTitle);
  if (description === undefined) return problems;
  problems.push(...tooLong("description", description, longestDescription));
  if (toColumns(description) < shortestDescription) {
    const remedy = "Write one whole sentence, or leave the line out: then the first paragraph is taken.";
    problems.push(warn("description", `the description says little (found ${show(description)})`, remedy));
  }
  return problems;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

function toColumns(text: string): number {
  return [...text].length + (text.match(wide)?.length ?? 0);
}
