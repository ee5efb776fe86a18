import type { BlogAnswers } from "./settings-text.ts";
import { siteSchema } from "./site-schema.ts";

/** What an answer must be, as a sentence goes on behind its name. */
const wanted: Readonly<Record<keyof BlogAnswers, string>> = {
  title: "some words",
  description: "some words",
  author: "a name",
  url: "a web address such as https://example.org/blog/",
  language: "a language code such as en or pt-BR",
  timezone: "a time zone such as Europe/Berlin or UTC",
  repository: "a repository on GitHub, owner/name",
};

const optional: readonly string[] = ["description", "repository"];

/** What is wrong with one answer, without its name in front: `must be …`. Undefined when it may stand. */
export function findAnswerFault(key: keyof BlogAnswers, answer: string): string | undefined {
  const text = answer.trim();
  if (text === "") return optional.includes(key) ? undefined : "cannot be left empty";
  const isRight = siteSchema.shape[key].safeParse(text).success && !(key === "language" && !isUsual(text));
  return isRight ? undefined : `must be ${wanted[key]} (found ${text})`;
}

/** The standard leaves room for codes of eight letters, of which there are none: `english` is a word. */
function isUsual(language: string): boolean {
  return /^[a-z]{2,3}(?:-|$)/i.test(language);
}
