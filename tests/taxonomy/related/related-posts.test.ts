import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { Post } from "../../../src/content/post.ts";
import { createRelated } from "../../../src/taxonomy/related/related-posts.ts";
import { makePost, makeTerm } from "../../includes/make-context.ts";

const tags = (...names: readonly string[]) => names.map((name) => makeTerm("tags", name));

function write(id: string, body: string, settings: Partial<Post> = {}): Post {
  const { source } = makePost({ id });
  return makePost({ id, ...settings, source: { ...source, body } });
}

function relatedTo(id: string, posts: readonly Post[]): string[] {
  const post = posts.find((candidate) => candidate.id === id);
  if (!post) throw new Error(`There is no ${id}`);
  return createRelated(posts)(post).map((other) => other.id);
}

const brewing = write("brewing", "The kettle hums, the beans are ground, and the water waits for ninety degrees.");
const roasting = write(
  "roasting",
  "Green beans turn brown in a drum. Whoever has ground them too early loses the scent.",
);
const cycling = write("cycling", "A chain needs oil. The gears of an old bicycle forgive much, a dry chain nothing.");
const repairing = write(
  "repairing",
  "An upturned bicycle shows its gears: oil on every one, then a little for its chain.",
);
const sewing = write("sewing", "Thread, needle, thimble: a button holds as long as its shank.");
const singing = write("singing", "Sopranos breathe together, altos when nobody looks.");
const all = [brewing, roasting, cycling, repairing, sewing, singing];

describe("related posts", () => {
  test.each([
    ["brewing", ["roasting"]],
    ["roasting", ["brewing"]],
    ["cycling", ["repairing"]],
    ["sewing", []],
    ["singing", []],
  ])("of %s are %j", (id, related) => {
    expect(relatedTo(id, all)).toEqual(related);
  });

  test("do not depend on the order in which posts are read", () => {
    const posts = Array.from({ length: 40 }, (_, number) => {
      const words = Array.from({ length: 30 }, (__, n) => `w${(number * 7 + n * n) % 61}`).join(" ");
      return write(`p${number}`, words, {
        date: DateTime.utc(2024, 1, 1 + (number % 5)),
        tags: tags(`t${number % 4}`, `u${number % 7}`),
      });
    });
    const answers = (order: readonly Post[]) => {
      const related = createRelated(order);
      return new Map(posts.map((post) => [post.id, related(post).map(({ id }) => id)]));
    };
    const first = answers(posts);
    expect([...first.values()].filter((ids) => ids.length === 3).length).toBeGreaterThan(30);
    for (const step of [3, 7, 11, 39]) {
      const shuffled = posts.map((_, index) => posts[(index * step) % 40] ?? posts[0] ?? makePost());
      expect(answers(shuffled)).toEqual(first);
    }
    expect(answers(posts.toReversed())).toEqual(first);
  });

  test("are three at most, those that are equally near newest first and then by id", () => {
    const text = "The gears of an old bicycle forgive much.";
    const twins = ["e", "b", "d", "a"].map((id, n) => write(id, text, { date: DateTime.utc(2024, 3, n < 2 ? 9 : 1) }));
    expect(relatedTo("a", [...twins, brewing, roasting, sewing, singing])).toEqual(["b", "e", "d"]);
  });

  test("share a tag, and a rare tag says more than one that many have", () => {
    const posts = [
      write("one", "Apples.", { tags: tags("common", "rare") }),
      write("two", "Pears.", { tags: tags("rare") }),
      ...["Plums.", "Nuts.", "Figs.", "Limes."].map((text, n) => write(`c${n}`, text, { tags: tags("common") })),
      ...["Oil.", "Salt.", "Rye."].map((text, n) => write(`x${n}`, text)),
    ];
    expect(relatedTo("one", posts)[0]).toBe("two");
  });

  test("are found through the category above, and nearer ones through the category itself", () => {
    const inTree = (...path: readonly string[]) => ({ categories: [makeTerm("categories", ...path)] });
    const posts = [
      write("one", "Apples.", inTree("Work", "Meetings")),
      write("same", "Pears.", inTree("Work", "Meetings")),
      write("above", "Plums.", inTree("Work", "Letters")),
      write("far", "Nuts.", inTree("Home")),
      write("far2", "Figs.", inTree("Home")),
    ];
    expect(relatedTo("one", posts)).toEqual(["same", "above"]);
  });

  test("are in the post's own language, of whichever country", () => {
    const text = "Kettle, beans, water and ninety degrees.";
    const posts = [
      write("en", text, { lang: "en" }),
      write("gb", text, { lang: "en-GB" }),
      write("de", text, { lang: "de" }),
      sewing,
      singing,
      cycling,
    ];
    expect(relatedTo("en", posts)).toEqual(["gb"]);
    expect(relatedTo("de", posts)).toEqual([]);
  });

  test("of Japanese posts are found by pairs of characters", () => {
    const ja = (id: string, body: string) => write(id, body, { lang: "ja" });
    const posts = [
      ja("coffee", "朝の珈琲は静かに淹れる。豆を挽く音で目が覚める。"),
      ja("beans", "珈琲豆を選ぶ日。豆を挽く前に香りを確かめる。"),
      ja("train", "終電の車内で隣の人が眠っていた。"),
      ja("rain", "雨の日は傘の色を数えて歩く。"),
      ja("letter", "手紙には切手を一枚多く貼る。"),
    ];
    expect(relatedTo("coffee", posts)).toEqual(["beans"]);
    expect(relatedTo("train", posts)).toEqual([]);
  });

  test("are never the post's translations or the other parts of its series", () => {
    const text = "Kettle, beans, water and ninety degrees.";
    const posts = [
      write("x1", text, { series: "Cups", translationOf: "x0" }),
      write("x0", text),
      write("x9", text, { translationOf: "x0" }),
      write("x2", text, { series: "Cups" }),
      write("x3", text, { series: "Pots" }),
      sewing,
      singing,
      cycling,
      repairing,
      roasting,
    ];
    expect(relatedTo("x1", posts)).toEqual(["x3"]);
    expect(relatedTo("x0", posts)).toEqual(["x2", "x3"]);
  });

  test.each([0, 1, 2])("are looked for in a blog of %i posts", (count) => {
    const posts = all.slice(0, count);
    for (const post of posts) expect(createRelated(posts)(post)).toEqual([]);
  });

  test("of a post that is not among the others are none", () => {
    expect(createRelated(all)(write("stranger", "Beans, ground."))).toEqual([]);
  });

  test("of a post without any words are none", () => {
    expect(relatedTo("mute", [...all, write("mute", "", { title: "" })])).toEqual([]);
  });
});
