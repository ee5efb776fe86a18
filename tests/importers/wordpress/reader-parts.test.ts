import { expect, test } from "vitest";
import { makeExport } from "../../support/make-export.ts";
import { item, itemsOf, readBytes, wxr } from "./read-bytes.ts";

test("an item is read with all that it says, and with its place in the file", async () => {
  const { parts } = await readBytes(
    wxr(`<item>
  <title><![CDATA[Bread & <em>salt</em>]]></title>
  <link>https://table.example/2012/05/bread/</link>
  <pubDate>Tue, 01 May 2012 07:30:00 +0000</pubDate>
  <dc:creator><![CDATA[anna]]></dc:creator>
  <guid isPermaLink="false">https://table.example/?p=12</guid>
  <description></description>
  <content:encoded><![CDATA[One ]]]]><![CDATA[> two
three &amp; four]]></content:encoded>
  <excerpt:encoded><![CDATA[Short]]></excerpt:encoded>
  <wp:post_id>12</wp:post_id>
  <wp:post_date><![CDATA[2012-05-01 09:30:00]]></wp:post_date>
  <wp:post_date_gmt><![CDATA[2012-05-01 07:30:00]]></wp:post_date_gmt>
  <wp:post_modified>2012-05-02 09:30:00</wp:post_modified>
  <wp:post_modified_gmt>2012-05-02 07:30:00</wp:post_modified_gmt>
  <wp:comment_status>open</wp:comment_status>
  <wp:ping_status>closed</wp:ping_status>
  <wp:post_name>bread</wp:post_name>
  <wp:status>publish</wp:status>
  <wp:post_parent>0</wp:post_parent>
  <wp:menu_order>3</wp:menu_order>
  <wp:post_type>post</wp:post_type>
  <wp:post_password><![CDATA[sesame]]></wp:post_password>
  <wp:is_sticky>1</wp:is_sticky>
  <wp:attachment_url>https://table.example/a.jpg</wp:attachment_url>
  <category domain="category" nicename="bread"><![CDATA[Bread & more]]></category>
  <category><![CDATA[Bread]]></category>
  <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[4]]></wp:meta_value></wp:postmeta>
  <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value></wp:meta_value></wp:postmeta>
  <wp:comment>
    <wp:comment_id>5</wp:comment_id>
    <wp:comment_author><![CDATA[O'Hara & Sons]]></wp:comment_author>
    <wp:comment_author_email>ohara@private.example</wp:comment_author_email>
    <wp:comment_author_url>https://ohara.example/?a=1&amp;b=2</wp:comment_author_url>
    <wp:comment_author_IP>203.0.113.9</wp:comment_author_IP>
    <wp:comment_date>2012-05-03 09:30:00</wp:comment_date>
    <wp:comment_date_gmt>2012-05-03 07:30:00</wp:comment_date_gmt>
    <wp:comment_content><![CDATA[Well &lt;said]]></wp:comment_content>
    <wp:comment_approved>1</wp:comment_approved>
    <wp:comment_type></wp:comment_type>
    <wp:comment_parent>0</wp:comment_parent>
    <wp:comment_user_id>1</wp:comment_user_id>
    <wp:commentmeta><wp:meta_key>ip</wp:meta_key><wp:meta_value>203.0.113.9</wp:meta_value></wp:commentmeta>
  </wp:comment>
</item>`),
  );
  expect(itemsOf(parts)).toEqual([
    {
      line: 12,
      file: "export.xml",
      id: "12",
      type: "post",
      status: "publish",
      title: "Bread & <em>salt</em>",
      link: "https://table.example/2012/05/bread/",
      guid: "https://table.example/?p=12",
      pubDate: "Tue, 01 May 2012 07:30:00 +0000",
      creator: "anna",
      content: "One ]]> two\nthree &amp; four",
      excerpt: "Short",
      date: "2012-05-01 09:30:00",
      dateGmt: "2012-05-01 07:30:00",
      modified: "2012-05-02 09:30:00",
      modifiedGmt: "2012-05-02 07:30:00",
      commentStatus: "open",
      pingStatus: "closed",
      slug: "bread",
      parent: "0",
      menuOrder: 3,
      hasPassword: true,
      isSticky: true,
      attachmentUrl: "https://table.example/a.jpg",
      terms: [
        { domain: "category", slug: "bread", name: "Bread & more" },
        { domain: "", slug: "", name: "Bread" },
      ],
      metas: [
        { key: "_thumbnail_id", value: "4" },
        { key: "_thumbnail_id", value: "" },
      ],
      comments: [
        {
          id: "5",
          author: "O'Hara & Sons",
          authorUrl: "https://ohara.example/?a=1&b=2",
          date: "2012-05-03 09:30:00",
          dateGmt: "2012-05-03 07:30:00",
          content: "Well &lt;said",
          approved: "1",
          type: "",
          parent: "0",
          userId: "1",
        },
      ],
    },
  ]);
});

test("no e-mail address, IP address, user agent or password is in what is read", async () => {
  const { xml } = makeExport({ posts: 60, comments: 200 });
  expect(xml).toMatch(/private\.example[\s\S]*203\.0\.113[\s\S]*Mozilla/);
  expect(xml).toContain("sesame");
  const { parts } = await readBytes(xml);
  expect(JSON.stringify(parts)).not.toMatch(/private\.example|203\.0\.113|Mozilla|sesame/);
});

test("every namespace of the format is known by what it is, not by its prefix or version", async () => {
  const of = (
    wp: string,
    content: string,
  ) => `<rss xmlns:x="${wp}" xmlns:e="${wp}excerpt/" xmlns:c="${content}"><channel>
<x:wxr_version>1.1</x:wxr_version><item><title>t</title><x:post_id>3</x:post_id><c:encoded>body</c:encoded><e:encoded>short</e:encoded></item></channel></rss>`;
  const spaces = [
    "http://wordpress.org/export/1.0/",
    "https://wordpress.org/export/1.2/",
    "http://www.wordpress.org/export/2.0/",
  ];
  for (const wp of spaces) {
    for (const content of ["http://purl.org/rss/1.0/modules/content/", "https://purl.org/rss/1.0/modules/content"]) {
      const [found] = itemsOf((await readBytes(of(wp, content))).parts);
      expect([wp, found?.id, found?.content, found?.excerpt]).toEqual([wp, "3", "body", "short"]);
    }
  }
});

test("terms of all versions, and authors, are read; the blog stands before its items", async () => {
  const { parts } = await readBytes(
    wxr(`<wp:author><wp:author_id>2</wp:author_id><wp:author_login>bert</wp:author_login><wp:author_email>b@private.example</wp:author_email>
<wp:author_display_name><![CDATA[Bert & Co]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>a-b</wp:category_nicename><wp:category_parent>a</wp:category_parent><wp:cat_name>A &amp; B</wp:cat_name></wp:category>
<wp:tag><wp:term_id>4</wp:term_id><wp:tag_slug>t</wp:tag_slug><wp:tag_name>T</wp:tag_name><wp:tag_description>All T</wp:tag_description></wp:tag>
<wp:term><wp:term_id>5</wp:term_id><wp:term_taxonomy>series</wp:term_taxonomy><wp:term_slug>s</wp:term_slug><wp:term_parent></wp:term_parent><wp:term_name>S</wp:term_name></wp:term>
${item("x")}`),
  );
  expect(parts.slice(0, -1)).toEqual([
    { kind: "author", author: { id: "2", login: "bert", displayName: "Bert & Co", firstName: "", lastName: "" } },
    { kind: "term", term: { taxonomy: "category", id: "3", slug: "a-b", parent: "a", name: "A & B", description: "" } },
    { kind: "term", term: { taxonomy: "post_tag", id: "4", slug: "t", parent: "", name: "T", description: "All T" } },
    { kind: "term", term: { taxonomy: "series", id: "5", slug: "s", parent: "", name: "S", description: "" } },
    {
      kind: "site",
      site: expect.objectContaining({ version: "1.2", title: "The Long Table", link: "https://table.example" }),
    },
  ]);
});

test.each([
  ["a status said twice", "<wp:status>private</wp:status>", { status: "private" }],
  ["a status said twice, empty first", "<wp:status></wp:status><wp:status>trash</wp:status>", { status: "trash" }],
  [
    "a password said twice",
    "<wp:post_password></wp:post_password><wp:post_password>x</wp:post_password>",
    { hasPassword: true },
  ],
  ["a password of a space", "<wp:post_password> </wp:post_password>", { hasPassword: true }],
  ["mere indentation", "<wp:post_password>\n  </wp:post_password>", { hasPassword: false }],
])("what a damaged item says in two ways is read as the more private: %s", async (_, rest, expected) => {
  const [found] = itemsOf((await readBytes(wxr(item("x", rest)))).parts);
  expect(found).toMatchObject(expected);
});

test("an export has as many parts as its generator has counted", async () => {
  const { xml, counts } = makeExport({ posts: 150, comments: 700 });
  const items: Record<string, number> = {};
  const comments: Record<string, number> = {};
  const { parts, repairs } = await readBytes(xml);
  for (const { type, status, comments: thread } of itemsOf(parts)) {
    items[`${type} ${status}`] = (items[`${type} ${status}`] ?? 0) + 1;
    for (const comment of thread) {
      const name = `${comment.type || "comment"} ${comment.approved}`;
      comments[name] = (comments[name] ?? 0) + 1;
    }
  }
  expect({ items, comments, bytes: Buffer.byteLength(xml), repairs }).toEqual({ ...counts, repairs: [] });
});
