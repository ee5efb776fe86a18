import { expect, test } from "vitest";
import { toListed, type ListedDiscussion } from "../../src/github/list-discussions.ts";
import { readMarkers, toDiscussionBody, toSha1, toTerm } from "../../src/github/markers.ts";
import { matchDiscussions } from "../../src/github/match-discussions.ts";

function discussion(number: number, body = ""): ListedDiscussion {
  const rest = {
    title: `t${number}`,
    url: `https://github.com/o/n/discussions/${number}`,
    locked: false,
    updatedAt: "2026-01-01T00:00:00Z",
  };
  return toListed({ id: `D_${number}`, number, body, ...rest, comments: { totalCount: 0 } });
}

const named = (id: string) => `Words\n\n<!-- blog-id: ${id} -->`;
const hashed = (id: string) => `Words\n\n<!-- sha1: ${toSha1(toTerm(id))} -->`;

function match(listed: ListedDiscussion[], threads: Parameters<typeof matchDiscussions>[1], posts: string[]) {
  const { matches, duplicates, strangers, vanished } = matchDiscussions(listed, threads, posts);
  const show = (pairs: typeof matches) =>
    pairs.map(({ post, discussion: { number } }) => `${post}=${number}`).join(" ");
  return {
    matches: show(matches),
    duplicates: show(duplicates),
    strangers: strangers.map(({ number }) => number).join(" "),
    vanished: vanished.map(({ post, number }) => `${post}=${number}`).join(" "),
  };
}

const none = { duplicates: "", strangers: "", vanished: "" };

test("the hash is that of giscus's own documentation", () => {
  expect(toSha1("Welcome to giscus!")).toBe("cad60a29d1b50cbeb42ec2ff630fc508afb1d2e3");
});

test("the number in the thread file comes before what a body says", () => {
  expect(match([discussion(1, named("tea")), discussion(2)], [{ post: "tea", number: 2 }], ["tea"])).toEqual({
    ...none,
    matches: "tea=2",
    duplicates: "tea=1",
  });
});

test("a body is known by its mark, or by giscus's hash", () => {
  expect(match([discussion(1, named("tea")), discussion(2, hashed("milk"))], [], ["tea", "milk"])).toEqual({
    ...none,
    matches: "tea=1 milk=2",
  });
});

test("old hashes in the same body count too", () => {
  const body = `<!-- sha1: ${"0".repeat(40)} -->\n${hashed("tea")}`;
  expect(match([discussion(1, body)], [], ["tea"]).matches).toBe("tea=1");
});

test("of two discussions the older one is the post's", () => {
  expect(match([discussion(5, named("tea")), discussion(3, hashed("tea"))], [], ["tea"])).toEqual({
    ...none,
    matches: "tea=3",
    duplicates: "tea=5",
  });
});

test("an imported thread without a number is found by its mark, also when its post is gone", () => {
  expect(match([discussion(1, named("tea"))], [{ post: "tea" }], [])).toEqual({ ...none, matches: "tea=1" });
});

test("what belongs to no post, and what is not there any more, is told", () => {
  expect(match([discussion(1, named("coffee"))], [{ post: "tea", number: 9 }], ["tea"])).toEqual({
    ...none,
    matches: "",
    strangers: "1",
    vanished: "tea=9",
  });
});

test("a vanished discussion is not replaced by another one until it is pruned", () => {
  expect(match([discussion(4, named("tea"))], [{ post: "tea", number: 9 }], ["tea"])).toEqual({
    ...none,
    matches: "",
    duplicates: "tea=4",
    vanished: "tea=9",
  });
});

test("ids are compared in NFC", () => {
  expect(match([discussion(1, named("cafe\u0301"))], [], ["caf\u00e9"]).matches).toBe("caf\u00e9=1");
});

test("a body that we write names its post alone, whatever the excerpt says", () => {
  const body = toDiscussionBody({
    id: "tea",
    url: "https://example.org/tea/",
    excerpt: "Mind <!-- blog-id: milk --> this",
  });
  expect(readMarkers(body)).toEqual({ blogId: "tea", hashes: [toSha1("posts/tea")] });
  expect(body).toContain("\n\nhttps://example.org/tea/\n\n");
});
