import { describe, expect, test } from "vitest";
import { createLinkResolver, type LinkTargets, type Media } from "../../src/content/link-resolver.ts";
import { asPermalink } from "../../src/lib/permalink.ts";

const media = (path: string): [string, Media] => [path, { url: asPermalink(`/media/${path}`), file: `/disk/${path}` }];

const targets: LinkTargets = {
  base: { origin: "https://example.org", basePath: "/blog" },
  entries: new Map([
    ["posts/a.md", asPermalink("/posts/a/")],
    ["posts/2024/b/index.md", asPermalink("/posts/b/")],
    ["posts/café.md", asPermalink("/posts/café/")],
    ["pages/about.md", asPermalink("/about/")],
  ]),
  withheld: new Set(["posts/draft.md", "posts/broken.md"]),
  open: { files: new Set(["posts/broken.md"]), isOpen: (address) => address === "/posts/broken/" },
  routes: new Set(
    ["/", "/posts/a/", "/posts/b/", "/posts/café/", "/about/", "/tags/c/", "/feed.xml", "/pictures/50%20off.png"].map(
      asPermalink,
    ),
  ),
  publicFiles: new Map([[asPermalink("/pictures/50%20off.png"), "/disk/public/50%20off.png"]]),
  media: new Map([media("posts/2024/b/cup.png"), media("posts/2024/b/a b%.png"), media("posts/é.pdf")]),
  imageHosts: ["images.example.net", "*.cdn.example"],
};

const post = { path: "posts/2024/b/index.md", url: asPermalink("/posts/b/") };

function link(target: string, origin = post) {
  const used: string[] = [];
  const { href, external, warning } = createLinkResolver(targets, ({ file }) => used.push(file)).resolveLink(
    origin,
    target,
  );
  return { href, external, used, warning: warning && `${warning.message}. ${warning.remedy}` };
}

function image(src: string, origin = post) {
  const used: string[] = [];
  const resolver = createLinkResolver(targets, ({ file }) => used.push(file));
  const { src: shown, remote, media: found, isPublic = false, warning } = resolver.resolveImage(origin, src);
  const message = warning && `${warning.message}. ${warning.remedy}`;
  return { src: shown, remote, file: found?.file, isPublic, used, warning: message };
}

describe("a link", () => {
  test.each([
    ["../../a.md", "/blog/posts/a/"],
    ["./../../a.md#part", "/blog/posts/a/#part"],
    ["../../a.md?x=1#part", "/blog/posts/a/?x=1#part"],
    ["../b/index.md", "/blog/posts/b/"],
    ["./index.md", "/blog/posts/b/"],
    ["../../../pages/about.md", "/blog/about/"],
    ["../../caf%C3%A9.md", "/blog/posts/caf%C3%A9/"],
    ["../../cafe\u0301.md", "/blog/posts/caf%C3%A9/"],
    ["/about/", "/blog/about/"],
    ["/about", "/blog/about/"],
    ["/about/index.html", "/blog/about/"],
    ["/posts/../about/", "/blog/about/"],
    ["/tags/c/?page=2#x", "/blog/tags/c/?page=2#x"],
    ["/feed.xml", "/blog/feed.xml"],
    ["/", "/blog/"],
    ["../a/", "/blog/posts/a/"],
    ["../a", "/blog/posts/a/"],
    ["#part", "#part"],
    ["?x=1", "?x=1"],
  ])("%j leads to %s", (target, href) => {
    expect(link(target)).toEqual({ href, external: false, used: [], warning: undefined });
  });

  test.each([
    ["cup.png", "/blog/media/posts/2024/b/cup.png", "/disk/posts/2024/b/cup.png"],
    ["./a%20b%25.png", "/blog/media/posts/2024/b/a%20b%25.png", "/disk/posts/2024/b/a b%.png"],
    ["a b%.png", "/blog/media/posts/2024/b/a%20b%25.png", "/disk/posts/2024/b/a b%.png"],
    ["../../e\u0301.pdf#page=2", "/blog/media/posts/%C3%A9.pdf#page=2", "/disk/posts/é.pdf"],
  ])("%j leads to a file that is published for it", (target, href, file) => {
    expect(link(target)).toEqual({ href, external: false, used: [file], warning: undefined });
  });

  test.each([
    ["https://example.net/a", true],
    ["//example.net/a", true],
    ["https://example.org/blog/a", false],
    ["http://example.org/", true],
    ["mailto:a@example.org", false],
    ["tel:+49", false],
    ["https://[bad", false],
  ])("%s with a scheme stays as it is", (target, external) =>
    expect(link(target)).toMatchObject({ href: target, external }),
  );

  const fromHere = "Write the path of a post from this file on, such as `./other-post.md`.";
  const correct = "Correct the address, or publish the page.";
  test.each([
    ["./missing.md", "/blog/posts/b/missing.md", `the link leads to no page (found ./missing.md). ${fromHere}`],
    ["/posts/a.md", "/blog/posts/a.md", `the link leads to no page (found /posts/a.md). ${fromHere}`],
    ["/nowhere/", "/blog/nowhere/", `the link leads to no page (found /nowhere/). ${correct}`],
    ["/100%25/%E9", "/blog/100%25/%25E9", `the link leads to no page (found /100%/%E9). ${correct}`],
    [
      "../../../../../../etc/passwd",
      "/blog/etc/passwd",
      `the link leads to no page (found ../../../../../../etc/passwd). ${correct}`,
    ],
    [
      "../../draft.md",
      "/blog/posts/draft.md",
      "the link leads to a post that is not published (found ../../draft.md). Publish that post, or leave the link out; until then, its words stand without it.",
    ],
  ])("%s to nothing is a warning", (target, _, warning) => expect(link(target).warning).toBe(warning));

  test.each([
    ["", "the link has no address. Write the address, or leave the link out."],
    ["http://", "the link has no address (found http://). Write the address, or leave the link out."],
    ["mailto:", "the link has no address (found mailto:). Write the address, or leave the link out."],
    ["//", "the link has no address (found //). Write the address, or leave the link out."],
  ])("%j is no address", (target, warning) => expect(link(target).warning).toBe(warning));

  test.each([
    ["/blog/posts/a/", "Write it without the blog's path: `/posts/a/`."],
    ["/blog/about#us", "Write it without the blog's path: `/about`."],
    ["/blog/no/such/", correct],
    ["a", "Did you mean `../../a.md`?"],
    ["./a/", "Did you mean `../../a.md`?"],
    ["./a.html#x", "Did you mean `../../a.md`?"],
    ["a.md", "Did you mean `../../a.md`?"],
    ["b", "Did you mean `./index.md`?"],
    ["about", "Did you mean `../../../pages/about.md`?"],
    ["draft", "Did you mean `../../draft.md`?"],
    ["./cupp.png", "Did you mean `./cup.png`?"],
    ["../../brokn.md", "Did you mean `../../broken.md`?"],
    ["./nothing-like-it", correct],
  ])("%s to nothing is told what was meant", (target, remedy) => {
    expect(link(target).warning?.replace(/^.*?\)\. /, "")).toBe(remedy);
  });

  test("an image with the blog's path in front is told so", () => {
    expect(image("/blog/pictures/50%2520off.png").warning).toContain("Write it without the blog's path");
  });

  test("to nothing keeps its base path, and never climbs out", () => {
    expect(link("/100%25/%E9").href).toBe("/blog/100%25/%25E9");
    expect(link("../../../../../../etc/passwd").href).toBe("/blog/etc/passwd");
    expect(link("..%2f..%2f..%2f..%2fetc/").href).toBe("/blog/etc/");
    expect(link("/\uD800/").href).toBe("/blog/%EF%BF%BD/");
  });
});

describe("an image", () => {
  const shown = { remote: undefined, file: undefined, isPublic: false, used: [], warning: undefined };

  test.each([
    ["./cup.png", "/blog/media/posts/2024/b/cup.png", "/disk/posts/2024/b/cup.png"],
    ["cup.png?raw=1#x", "/blog/media/posts/2024/b/cup.png", "/disk/posts/2024/b/cup.png"],
    ["./a%20b%25.png", "/blog/media/posts/2024/b/a%20b%25.png", "/disk/posts/2024/b/a b%.png"],
  ])("%s lies beside the post, and is published only if a page shows it by itself", (src, address, file) =>
    expect(image(src)).toEqual({ ...shown, src: address, file }),
  );

  test.each(["/pictures/50%2520off.png", "/pictures/../pictures/50%2520off.png"])("%s is published anyway", (src) => {
    const file = "/disk/public/50%20off.png";
    expect(image(src)).toEqual({ ...shown, src: "/blog/pictures/50%2520off.png", file, isPublic: true });
  });

  test.each([
    ["https://images.example.net/a.png", "https://images.example.net/a.png"],
    ["https://a.cdn.example/a.png", "https://a.cdn.example/a.png"],
    ["//IMAGES.example.net/a.png", "//IMAGES.example.net/a.png"],
    ["https://example.org/elsewhere/a.png", "https://example.org/elsewhere/a.png"],
    ["data:image/png;base64,AAAA", "data:image/png;base64,AAAA"],
    ["/feed.xml", "/blog/feed.xml"],
  ])("%s is no file of the blog's and shown", (src, address) => expect(image(src)).toEqual({ ...shown, src: address }));

  const copy = "Put a copy beside the post, or add the host to `imageHosts` in `_data/site.ts`.";
  test.each([
    ["https://example.net/a.png", "https://example.net/a.png"],
    ["http://example.net/a.png", "http://example.net/a.png"],
    ["//cdn.example/a.png", "https://cdn.example/a.png"],
    ["https://images.example.net.evil.example/", "https://images.example.net.evil.example/"],
    ["https://example.net@images.example.com/", "https://example.net@images.example.com/"],
  ])("%s on a host that is not listed becomes a link", (src, remote) => {
    const warning = `the image is on another host and becomes a link (found ${src}). ${copy}`;
    expect(image(src)).toEqual({ ...shown, src: undefined, remote, warning });
  });

  const put = "Put the file beside the post, or under `public/` and write its path from `/` on.";
  const noAddress = "Put a copy beside the post and write its path.";
  test.each([
    ["./missing.png", `the image is not there (found ./missing.png). ${put}`],
    ["../../../../../etc/passwd", `the image is not there (found ../../../../../etc/passwd). ${put}`],
    ["/missing.png", `the image is not there (found /missing.png). ${put}`],
    ["javascript:alert(1)", `the image has no address on the web (found javascript:alert(1)). ${noAddress}`],
    ["file:///etc/passwd", `the image has no address on the web (found file:///etc/passwd). ${noAddress}`],
    ["https://[bad", `the image has no address on the web (found https://[bad). ${noAddress}`],
  ])("%s is a warning, and neither shown nor linked to", (src, warning) =>
    expect(image(src)).toEqual({ ...shown, src: undefined, warning }),
  );
});
