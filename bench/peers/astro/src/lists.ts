import type { PaginateFunction } from "astro";
import { getCollection } from "astro:content";

export const pageSize = 10;

export async function newest() {
  const posts = await getCollection("posts");
  return posts.toSorted((a, b) => Number(b.data.date) - Number(a.data.date));
}

/** Pages of ten for each term. */
export async function termPaths(paginate: PaginateFunction, key: "tags" | "categories") {
  const posts = await newest();
  const byTerm = new Map<string, typeof posts>();
  for (const post of posts) {
    for (const term of post.data[key] ?? []) byTerm.set(term, [...(byTerm.get(term) ?? []), post]);
  }
  return [...byTerm].flatMap(([term, own]) => paginate(own, { params: { term }, pageSize }));
}
