import type { Blog, TermArchive } from "../src/content/blog.ts";
import { withDescendants } from "../src/content/blog.ts";
import type { NewPostRequest } from "../src/content/new-post.ts";
import { createQuestions } from "./questions.ts";

// A blog of ten years has more terms than anybody reads.
const mostOffered = 12;

/** Asks what was not said on the command line; undefined without a title. */
export async function askForPost(named: NewPostRequest, blog: Blog): Promise<NewPostRequest | undefined> {
  const questions = createQuestions();
  try {
    const title = (await questions.ask("Title")).trim();
    if (title === "") return undefined;
    const askTerms = async (given: readonly string[], name: string, used: readonly TermArchive[]) =>
      given.length > 0 ? given : toNames(await questions.ask(`${name}${toOffer(used)}`));
    const categories = await askTerms(named.categories, "Categories", blog.categories);
    const tags = await askTerms(named.tags, "Tags", blog.tags);
    const draft = named.draft || /^y/i.test(await questions.ask("A draft? y/N"));
    return { ...named, title, categories, tags, draft };
  } finally {
    questions.close();
  }
}

function toOffer(used: readonly TermArchive[]): string {
  const byUse = used.flatMap(withDescendants).toSorted((a, b) => b.posts.length - a.posts.length);
  const names = byUse.slice(0, mostOffered).map(({ term }) => term.path.join("/"));
  const more = byUse.length > mostOffered ? ", …" : "";
  return names.length > 0 ? `, with commas between (in use: ${names.join(", ")}${more})` : ", with commas between";
}

function toNames(answer: string): string[] {
  return answer
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
