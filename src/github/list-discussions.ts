import type { GraphqlClient } from "./graphql-client.ts";
import { readMarkers, type Markers } from "./markers.ts";
import { queries } from "./queries.ts";
import { responses, type ListedAnswer } from "./responses.ts";

/** Where the discussions are. */
export type Place = { readonly repo: string; readonly categoryId: string };

/** What is known of a discussion before its comments are read: little, because there may be thousands. */
export type ListedDiscussion = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly locked: boolean;
  readonly markers: Markers;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Top-level comments. */
  readonly comments: number;
  /** Another one when something has changed since, as far as GitHub says so. */
  readonly signature: string;
};

export type ListOptions = {
  readonly direction: "ASC" | "DESC";
  readonly pageSize?: number;
  readonly onPage?: (sofar: number) => void;
};

/**
 * The discussions of the category, page by page. By listing, never by search, whose index lags and breaks
 * (giscus#1268); by the time of their making, so that one that is answered meanwhile does not change places.
 */
export async function* listDiscussions(
  client: GraphqlClient,
  place: Place,
  options: ListOptions,
): AsyncGenerator<ListedDiscussion> {
  const { direction, pageSize: first = 100 } = options;
  const { owner, name } = splitRepo(place.repo);
  let after: string | undefined;
  do {
    const variables = { owner, name, category: place.categoryId, direction, first, after: after ?? null };
    const { repository } = await client.ask({ query: queries.list, variables, schema: responses.list });
    yield* repository.discussions.nodes.map(toListed);
    after = repository.discussions.next;
  } while (after !== undefined);
}

export function toListed({
  id,
  number,
  title,
  url,
  locked,
  updatedAt,
  body,
  comments,
}: ListedAnswer): ListedDiscussion {
  const count = comments.totalCount;
  const signature = [updatedAt, count, locked, url].join(" ");
  const markers = readMarkers(body);
  return { id, number, title, url, locked, markers, updatedAt: Date.parse(updatedAt), comments: count, signature };
}

export function splitRepo(repo: string): { readonly owner: string; readonly name: string } {
  const [owner = "", name = ""] = repo.split("/");
  return { owner, name };
}
