import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { popularConversations } from "../../src/comments/popular-conversations.ts";
import { indexThreads } from "../../src/comments/thread-index.ts";
import { makePost } from "../includes/make-context.ts";
import { makeComment, makeThread } from "./make-thread.ts";

const say = (post: string, count: number) =>
  makeThread(
    post,
    Array.from({ length: count }, (_, number) => makeComment(`${post}-${number}`)),
  );

describe("the conversations in which most was said", () => {
  const on = (day: number) => ({ date: DateTime.utc(2026, 3, day) });
  const posts = [
    makePost({ id: "b", ...on(3) }),
    makePost({ id: "a", ...on(3) }),
    makePost({ id: "new", ...on(9) }),
    makePost({ id: "old", ...on(1) }),
    makePost({ id: "most", ...on(2) }),
    makePost({ id: "quiet", ...on(8) }),
    makePost({ id: "silent", comments: "none", ...on(7) }),
  ];
  const folded = makeThread("quiet", [makeComment("q", { status: "minimized" })]);
  const threads = indexThreads([
    ...["a", "b", "new", "old"].map((id) => say(id, 2)),
    say("most", 3),
    say("silent", 9),
    say("gone", 9),
    folded,
  ]);

  test("come first; of equals the newest post, then by id", () => {
    const found = popularConversations({ posts, pages: [], threads }, 10);
    expect(found.map(({ id }) => id)).toEqual(["most", "new", "a", "b", "old"]);
  });

  test("are as many as are asked for, whatever the order of the posts", () => {
    for (const order of [posts, posts.toReversed()]) {
      const found = popularConversations({ posts: order, pages: [], threads }, 3);
      expect(found.map(({ id }) => id)).toEqual(["most", "new", "a"]);
    }
  });

  test("are none before anybody has spoken", () => {
    expect(popularConversations({ posts, pages: [], threads: new Map() }, 3)).toEqual([]);
  });
});
