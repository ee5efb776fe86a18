import type { Post } from "../../content/post.ts";
import { toLineage } from "../../content/term.ts";
import { toProse } from "./to-prose.ts";
import { forEachWord } from "./words.ts";

/** The terms of one post by number, and how often it uses each. */
export type PostTerms = { readonly terms: Uint32Array; readonly uses: Uint32Array };

export type CountedTerms = {
  /** In the order of the posts. */
  readonly posts: readonly PostTerms[];
  /** By number: how many posts have the term. */
  readonly spread: readonly number[];
  /** By number: whether it is a word, and no category or tag. */
  readonly isWord: readonly boolean[];
};

/**
 * What a place is worth in uses by the text. They count by their logarithm, so that a tag is about five words. The
 * names of tags are words too, for posts that speak of it and don't have the tag.
 */
const worth = { text: 1, title: 4, tag: 40, tagName: 2, category: 10 } as const;

/** Terms are numbered as they are met: the same posts in the same order give the same numbers. */
export function countTerms(posts: readonly Post[]): CountedTerms {
  const vocabulary = new Vocabulary();
  const counted = posts.map((post) => countTermsOf(post, vocabulary));
  return { posts: counted, spread: vocabulary.spread, isWord: vocabulary.isWord };
}

class Vocabulary {
  readonly spread: number[] = [];
  readonly isWord: boolean[] = [];
  /** By the post at hand; all 0 between two posts. */
  readonly uses: number[] = [];
  readonly #numbers = new Map<string, number>();

  toNumber(key: string, isWord: boolean): number {
    const number = this.#numbers.get(key) ?? this.spread.length;
    if (number === this.spread.length) {
      this.#numbers.set(key, number);
      this.spread.push(0);
      this.isWord.push(isWord);
      this.uses.push(0);
    }
    return number;
  }
}

function countTermsOf(post: Post, vocabulary: Vocabulary): PostTerms {
  const { spread, uses } = vocabulary;
  const met: number[] = [];
  forEachTerm(post, (key, times, isWord) => {
    const number = vocabulary.toNumber(key, isWord);
    if (uses[number] === 0) met.push(number);
    uses[number] = (uses[number] ?? 0) + times;
  });
  const terms = Uint32Array.from(met);
  const own = terms.map((number) => uses[number] ?? 0);
  for (const number of met) {
    spread[number] = (spread[number] ?? 0) + 1;
    uses[number] = 0;
  }
  return { terms, uses: own };
}

function forEachTerm(post: Post, take: (key: string, times: number, isWord: boolean) => void): void {
  forEachWord(toProse(post.source.body), (word) => take(word, worth.text, true));
  forEachWord(post.title, (word) => take(word, worth.title, true));
  for (const { name, url } of post.tags) {
    // No word has a slash.
    take(url, worth.tag, false);
    forEachWord(name, (word) => take(word, worth.tagName, true));
  }
  const categories = new Set(post.categories.flatMap(toLineage).map(({ url }) => url));
  for (const url of categories) take(url, worth.category, false);
}
