import { expect, test } from "vitest";
import { parseMediaAddress } from "../../../src/importers/media/media-address.ts";
import { toOwnHosts } from "../../../src/importers/media/own-hosts.ts";
import { createTargetPaths } from "../../../src/importers/media/target-paths.ts";
import { findNameFault, findPathFault } from "../../../src/importers/output/output-path.ts";

const { isOwn: isOwnHost, base } = toOwnHosts(
  ["www.table.example", "table.wordpress.com"],
  [
    { url: "http://cdn.shelf.example/wp-content/uploads/2012/05/a.jpg" },
    { url: "http://169.254.169.254/latest/x.jpg" },
  ],
);
const parse = (address: string) => parseMediaAddress(address, { isOwnHost, base });

test.each([
  ["https://table.example/wp-content/uploads/2012/05/pic.jpg", "2012/05/pic.jpg"],
  ["http://www.table.example/wp-content/uploads/2012/05/pic.jpg?w=300&h=2#x", "2012/05/pic.jpg"],
  ["//table.example/wp-content/uploads/2012/05/pic.jpg", "2012/05/pic.jpg"],
  ["/wp-content/uploads/2012/05/pic.jpg", "2012/05/pic.jpg"],
  ["HTTPS://TABLE.example/blog/wp-content/uploads/pic.jpg", "pic.jpg"],
  ["https://i2.wp.com/table.example/wp-content/uploads/2012/05/pic.jpg?resize=300%2C200&ssl=1", "2012/05/pic.jpg"],
  ["https://table.files.wordpress.com/2012/05/pic.jpg?w=300", "2012/05/pic.jpg"],
  ["https://i0.wp.com/table.files.wordpress.com/2012/05/pic.jpg", "2012/05/pic.jpg"],
  ["http://cdn.shelf.example/wp-content/uploads/2012/05/a.jpg", "2012/05/a.jpg"],
  ["/wp-content/uploads/sites/3/2012/05/pic.jpg", "2012/05/pic.jpg"],
  ["/wp-content/blogs.dir/4/files/2012/05/pic.jpg", "2012/05/pic.jpg"],
  ["/files/2012/05/pic.jpg", "2012/05/pic.jpg"],
  ["/wp-content/uploads/Caf%C3%A9%20pic.jpg", "Café pic.jpg"],
  ["/wp-content/uploads/Café pic.jpg", "Café pic.jpg"],
  ["/wp-content/uploads/Cafe\u0301.jpg", "Café.jpg"],
  ["/wp-content/uploads/Cafe%CC%81.jpg", "Café.jpg"],
  ["/wp-content/uploads/100%.jpg", "100%.jpg"],
  ["/wp-content/uploads/a%2520b.jpg", "a%20b.jpg"],
  ["/images/old/pic.gif", "/images/old/pic.gif"],
  ["/wp-content/themes/x/pic.png", "/wp-content/themes/x/pic.png"],
  ["/wp-content/uploads/../../../etc/shadow.jpg", "/etc/shadow.jpg"],
])("%s is the file %s of the old blog", (address, path) => {
  expect(parse(address)).toMatchObject({ kind: "own", path });
});

test.each([
  ["https://elsewhere.example/pic.jpg", "another host (elsewhere.example)"],
  ["https://i0.wp.com/elsewhere.example/pic.jpg", "another host (elsewhere.example)"],
  ["https://other.files.wordpress.com/2012/05/pic.jpg", "another host"],
  ["http://169.254.169.254/latest/x.jpg", "another host"],
  ["data:image/png;base64,AAAA", "in the text itself"],
  ["pic.jpg", "no address"],
  ["../pic.jpg", "no address"],
  ["", "no address"],
  ["https://", "no valid address"],
  ["ftp://table.example/pic.jpg", "no address"],
  ["javascript:alert(1).jpg", "no address"],
  ["/wp-content/uploads/..%2F..%2F..%2Fetc%2Fpasswd.jpg", "not one of a file"],
  ["/wp-content/uploads/a%5C..%5Cb.jpg", "not one of a file"],
  ["/wp-content/uploads/a\\..\\b.jpg", "not one of a file"],
  ["/wp-content/uploads/a%00.jpg", "not one of a file"],
  ["/wp-content/plugins/thumb.php?src=a.jpg", "a page or a program"],
  ["/about/", "a page or a program"],
  ["/?attachment_id=4", "a page or a program"],
  ["/wp-content/uploads/page.html", "a page or a program"],
  ["/wp-content/uploads/.htaccess", "a page or a program"],
])("%s is left, with the reason", (address, reason) => {
  expect(parse(address)).toEqual({ kind: "none", reason: expect.stringContaining(reason) });
});

test.each([
  ["2012/05/pic.jpg", "2012/05/pic.jpg"],
  ["2012/05/my pic (1).jpg", "2012/05/my pic (1).jpg"],
  ["/images/pic.jpg", "images/pic.jpg"],
  ['a:b*c?"<>|.jpg', "a-b-c-----.jpg"],
  ["CON.jpg", "-CON.jpg"],
  ["a/.../b.jpg", "a/-/b.jpg"],
  ["..a/b.jpg", "a/b.jpg"],
  ["a. /b.jpg", "a/b.jpg"],
  ["Cafe\u0301/b.jpg", "Café/b.jpg"],
])("the file %s goes to %s", (source, path) => {
  expect(createTargetPaths([]).of(source)).toBe(`public/wp-content/uploads/${path}`);
});

test("no name is longer than a disk takes, leads out, or is another's", () => {
  const targets = createTargetPaths([]);
  const sources = [
    `${"x".repeat(400)}.jpg`,
    `${"x".repeat(399)}y.jpg`,
    `${"語".repeat(200)}.jpg`,
    `${"deep/".repeat(400)}a.jpg`,
    `${"deep/".repeat(401)}a.jpg`,
    "Pic.jpg",
    "pic.JPG",
    "pic.jpg",
    "/pic.jpg",
    "a?.jpg",
    "a*.jpg",
    "lpt1",
    "../../x.jpg",
  ];
  const paths = sources.map((source) => targets.of(source));
  for (const path of paths) {
    expect([path, findPathFault(path)]).toEqual([path, undefined]);
    for (const name of path.split("/")) expect(findNameFault(name)).toBeUndefined();
  }
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(sources.length);
  expect(sources.map((source) => targets.of(source))).toEqual(paths);
});
