import { toStrings } from "../../_includes/strings/to-strings.ts";
import { expect, test } from "vitest";
import feedJson from "../../pages/feed-json.11ty.ts";
import feed from "../../pages/feed.11ty.ts";
import manifest from "../../pages/manifest.11ty.ts";
import robots from "../../pages/robots.11ty.ts";
import sitemap from "../../pages/sitemap.11ty.ts";
import type { PageContext } from "../../src/content/page-context.ts";
import type { Post } from "../../src/content/post.ts";
import type { Rendered } from "../../src/markdown/rendered.ts";
import { validateJsonFeed } from "../feeds/json-feed-schema.ts";
import * as sample from "../feeds/sample-blog.ts";
import { validateAtom } from "../feeds/validate-atom.ts";

const tag = sample.sampleTerm("tags", "tea");
const posts = [sample.samplePost("a", { tags: [tag] }), sample.samplePost("b", { tags: [tag] })];
const blog = sample.sampleBlog({ posts, tags: [sample.sampleArchive(tag, posts)] });

function createContext(): PageContext & { readonly reads: string[] } {
  const reads: string[] = [];
  const rendered = new Map<string, Rendered>();
  const contentOf = ({ id }: Pick<Post, "id">): Rendered => {
    const known = rendered.get(id);
    if (known) return known;
    const { html, ...rest } = sample.sampleRendered(`<p>${id}</p>`);
    const made = {
      ...rest,
      get html() {
        reads.push(id);
        return html;
      },
    };
    rendered.set(id, made);
    return made;
  };
  const sheets = { blocks: "", notes: "", contents: "", code: "", math: "", diagrams: "", images: "" };
  const assets = {
    styles: "",
    postStyles: "",
    sheets,
    script: "",
    giscus: "",
    giscusTheme: "",
    feedStyles: "/assets/feed.css",
  };
  return {
    ...sample.silence,
    blog,
    site: blog.site,
    mode: "production",
    assets,
    stringsOf: toStrings,
    contentOf,
    imageOf: () => undefined,
    cardOf: () => undefined,
    relatedOf: () => [],
    reads,
  };
}

test("every file has its address", () => {
  const modules = [feed, feedJson, sitemap, robots, manifest];
  expect(modules.flatMap((it) => it.routes(blog)).map((route) => route.permalink)).toEqual([
    "/feed.xml",
    "/tags/tea/feed.xml",
    "/feed.json",
    "/tags/tea/feed.json",
    "/sitemap.xml",
    "/robots.txt",
    "/manifest.webmanifest",
  ]);
});

test("feeds are valid, and a post's HTML is made for feeds once", () => {
  const context = createContext();
  const atom = feed.routes(blog).map((route) => String(route.render(context)));
  const json = feedJson.routes(blog).map((route) => String(route.render(context)));
  expect(atom.flatMap(validateAtom)).toEqual([]);
  expect(json.flatMap(validateJsonFeed)).toEqual([]);
  expect(context.reads).toEqual(["a", "b"]);
});
