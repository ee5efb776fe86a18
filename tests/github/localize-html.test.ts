import { expect, test } from "vitest";
import { findImages, localizeHtml } from "../../src/github/sync/localize-html.ts";
import { toImageExtension } from "../../src/github/sync/image-type.ts";
import { createHostPolicy } from "../../src/github/host-policy.ts";

const upload =
  "https://private-user-images.githubusercontent.com/1/22-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f.png?jwt=secret";
const lasting = "https://github.com/user-attachments/assets/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";

test.each([
  [
    "a picture that is stored is ours",
    `<p><img src="${upload}" alt="A cup" width="30"></p>`,
    '<p><img src="media/x.png" alt="A cup" width="30"></p>',
  ],
  [
    "any other becomes a link",
    '<img src="https://example.org/a.png" alt="A &amp; B">',
    '<a href="https://example.org/a.png">A &amp; B</a>',
  ],
  [
    "in a link only its words stay",
    '<a href="/x"><img src="https://example.org/a.png" alt="cup"></a>',
    '<a href="/x">cup</a>',
  ],
  [
    "a proxied picture is linked where it came from",
    '<img src="https://camo.githubusercontent.com/1/2" data-canonical-src="https://example.org/a.png">',
    '<a href="https://example.org/a.png">image</a>',
  ],
  [
    "a film becomes a link",
    '<video src="https://github.com/user-attachments/assets/1" controls></video>',
    '<a href="https://github.com/user-attachments/assets/1">film</a></video>',
  ],
  ["a script's address is no link", '<img src="javascript:alert(1)" alt="x">', "x"],
  [
    "an emoji stays for the sanitizer",
    '<img class="emoji" alt=":octocat:" src="https://github.githubassets.com/o.png">',
    '<img class="emoji" alt=":octocat:" src="https://github.githubassets.com/o.png">',
  ],
  [
    "letters in replies by e-mail are left out",
    'Yes<span class="email-hidden-toggle"><a href="#">…</a></span><div class="email-hidden-reply"><div>ann@example.org</div></div>!',
    "Yes!",
  ],
  ["one that never ends is left out to the end", 'Yes<div class="email-hidden-reply">ann@example.org', "Yes"],
  ["everything else is left alone", '<p onclick="x">a<b>c</p>', '<p onclick="x">a<b>c</p>'],
])("%s", (_name, html, expected) => {
  expect(localizeHtml(html, (src) => (src === upload ? "media/x.png" : undefined))).toBe(expected);
});

test("an upload that is not stored is linked by its lasting address, never by the private one", () => {
  expect(localizeHtml(`<img src="${upload}" alt="cup">`, () => undefined)).toBe(`<a href="${lasting}">cup</a>`);
});

test("pictures are found outside of what is hidden", () => {
  const html =
    '<img src="https://a.example/1"><div class="email-hidden-reply"><img src="https://b.example/2"></div><img src="data:x">';
  expect(findImages(html)).toEqual(["https://a.example/1"]);
});

test("a megabyte of tags takes no time", () => {
  const start = performance.now();
  localizeHtml('<div class="email-hidden-reply"><a><img src=x>'.repeat(25_000), () => undefined);
  localizeHtml("<a><img src=x></a>".repeat(60_000), () => undefined);
  expect(performance.now() - start).toBeLessThan(3000);
});

test.each([
  ["\x89PNG\r\n\x1a\n....", "png"],
  ["\xff\xd8\xff\xe0", "jpg"],
  ["GIF89a", "gif"],
  ["RIFF\0\0\0\0WEBPVP8 ", "webp"],
  ["\0\0\0\x1cftypavif", "avif"],
  ["<svg xmlns='http://www.w3.org/2000/svg'>", undefined],
  ["<html>", undefined],
  ["", undefined],
])("a picture is known by its first bytes: %j", (head, extension) => {
  expect(toImageExtension(Buffer.from(head, "latin1"))).toBe(extension);
});

test("with an emulated GitHub no picture is fetched from outside of this machine", () => {
  const isAllowed = createHostPolicy("http://127.0.0.1:4000/graphql");
  const urls = ["http://127.0.0.1:4000/a", "http://localhost:1/b", "https://avatars.githubusercontent.com/u/1"];
  expect(urls.map((url) => isAllowed(new URL(url)))).toEqual([true, true, false]);
});

test("pictures are fetched from GitHub alone", () => {
  const isAllowed = createHostPolicy("https://api.github.com/graphql");
  const urls = [
    "https://avatars.githubusercontent.com/u/1",
    "https://camo.githubusercontent.com/1/2",
    "https://github.com/user-attachments/assets/1",
  ];
  expect(urls.filter((url) => isAllowed(new URL(url)))).toEqual(urls);
  const others = [
    "http://avatars.githubusercontent.com/u/1",
    "http://127.0.0.1/x",
    "https://169.254.169.254/",
    "https://githubusercontent.com.example/",
    "https://github.com:8443/x",
  ];
  expect(others.filter((url) => isAllowed(new URL(url)))).toEqual([]);
});
