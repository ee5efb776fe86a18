import { describe, expect, it } from "vitest";
import { render } from "./markdown-context.ts";
import { createRandom } from "../support/random.ts";

const many = 30_000;

/** Each takes well under a second when it takes linear time, and minutes when it does not. */
const inputs: [name: string, text: string][] = [
  ["1 MB of nested tags", "<div>".repeat(200_000)],
  ["1 MB of nested paragraphs", "<p><b id=n>".repeat(95_000)],
  ["nested tags and stray ends", "<div>".repeat(many) + "</x></p>".repeat(many)],
  ["inline tags that nobody closes", `x ${"<b></i>".repeat(many)}`],
  ["table rows that nobody closes", `<table>${"<tr><td>".repeat(many)}`],
  ["nested lists in HTML", "<ul><li>".repeat(many)],
  ["tags full of attributes", `<p ${"a=b ".repeat(many)}>`],
  ["styles without end", '<p style="a">\n'.repeat(many)],
  ["scripts and comments that nobody closed", `${"<script>".repeat(many)}\n\n${"<!--".repeat(many)}`],
  ["marks", `x ${"<!--more ".repeat(many)}\n\n${"<!--more--> y\n".repeat(many)}`],
  ["quotation marks", "\"a 'b ".repeat(many)],
  ["closing quotation marks", 'a" '.repeat(many)],
  ["dashes", "a--".repeat(many)],
  ["inline footnotes in each other", "^[".repeat(many) + "]".repeat(many)],
  ["references to one footnote", `[^a]: x\n\n${"[^a]".repeat(many)}`],
  ["footnotes", Array.from({ length: many }, (_, index) => `x[^${index}]\n\n[^${index}]: note`).join("\n\n")],
  ["footnotes that nobody refers to", Array.from({ length: many }, (_, index) => `[^${index}]: x\n`).join("\n")],
  ["alerts", "> [!NOTE]\n> x\n\n".repeat(many)],
  ["broken links that cannot be found", "[a](gone&amp;.md) ".repeat(many)],
  ["links to nowhere", "[a](#x) ".repeat(many)],
  ["equal headings", "# a\n".repeat(many)],
  ["brackets", "[".repeat(many)],
  ["addresses without a space", "http://a.b/(".repeat(many)],
  ["brackets after an address", `www.a.b/${")".repeat(many)}`],
  ["code", `\`\`\`ts\n${"const x = { a: 1 };\n".repeat(many)}\`\`\``],
  ["a long line of code", `\`\`\`ts\n${"a(".repeat(many)}\n\`\`\``],
  ["brackets in code that nobody closes", `\`\`\`json\n${"[\n".repeat(many)}\`\`\``],
  ["lists of lines to mark", `\`\`\`ts {${"1,".repeat(many)}}\n${"a\n".repeat(many)}\`\`\``],
  ["dollars", "$a ".repeat(many) + "$$b ".repeat(many)],
  ["displays that nobody closes", "$$ a\n".repeat(many)],
  ["displays in paragraphs", `x\n${"$$\na\n$$\n".repeat(many)}`],
  ["dollars in groups", "$\\text{$".repeat(many)],
  ["formulas", "$a_1$ ".repeat(many)],
  ["formulas that are wrong", "$\\foo$ ".repeat(3_000)],
  ["nested formulas", `$${"{".repeat(many)}$ $$${"\\frac{".repeat(many)}$$`],
  ["diagrams", "```mermaid\nsequenceDiagram\nA->>B: c\n```\n".repeat(3_000)],
  ["a large diagram", `\`\`\`mermaid\nflowchart TD\n${"a --> b\n".repeat(many)}\`\`\``],
  ["images", "![a](b.png) ".repeat(many)],
  ["images with captions", "![a](b.png)\n*c*\n".repeat(many)],
  ["images in paragraphs", "![a](b.png)\n\n".repeat(many)],
  ["images in links", "[![a](b.png)](c.md)\n".repeat(many)],
  ["emphasis after an image", `![a](b.png)\n${"*a\n".repeat(many)}`],
  ["NUL characters", "\0<b>\0".repeat(many)],
];

describe("hostile input", () => {
  it.each(inputs)("takes linear time: %s", { timeout: 20_000 }, async (_name, text) => {
    const { html } = await render(text);
    expect(findFault(html)).toBeUndefined();
  });

  it("never throws and never gets out of its place", { timeout: 60_000 }, async () => {
    const random = createRandom(1);
    for (let run = 0; run < 3_000; run += 1) {
      const text = Array.from({ length: 40 }, () => pieces[Math.floor(random() * pieces.length)]).join("");
      const { html, excerptHtml = "" } = await render(text);
      expect([text, findFault(html), findFault(excerptHtml)]).toEqual([text, undefined, undefined]);
    }
  });
});

/** What must never be in the output, found by a scan that knows nothing of how it was made. */
function findFault(html: string): string | undefined {
  const open: string[] = [];
  for (const [tag, slash, name = ""] of html.matchAll(/<(\/?)([a-z][^\s>]*)[^>]*>/g)) {
    const names = tag.replace(/="[^"]*"/g, "=");
    if (/\s(style|on[a-z]+)=/.test(names) || /^(script|style|base|meta)$/.test(name)) return `forbidden: ${tag}`;
    if (/^(br|hr|img|input|source)$/.test(name) || tag.endsWith("/>")) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) return `unbalanced: ${tag}`;
  }
  if (open.length > 0) return `open: ${open.join(" ")}`;
  const rest = html.replace(/<\/?[a-z][^\s>]*(\s[^<>"]*(="[^<>"]*")?)*\/?>/g, "");
  return /[<>"\0]/.exec(rest.slice(0, 100_000))?.[0];
}

const pieces = [
  ..."<div> </div> <p> </p> <b> </b> <a href='x'> </a> <ul> <li> <table> <td> </td> </table> <script> </script>".split(
    " ",
  ),
  ..."<style> </style> <iframe src=x> <img src=a> <svg> </svg> <textarea> </textarea> <title> <plaintext>".split(" "),
  ..."<p style='a' onclick=b> <!-- --> <!--more--> <?x <!X <![CDATA[ ]]> <a b=\" ' \" > < & &lt; &#0;".split(" "),
  ..."* ** _ ~~ ` ``` [ ] ( ) ![ [^1] ^[ [x](y) ![x](gone.png) | # - : > [!NOTE] --- ... \\ $ \0".split(" "),
  ..."$a$ $$ $x $\\foo$ \n$$\n \n```mermaid\nflowchart-TD\na-->b\n```\n \n```math\nx\n```\n".split(" "),
  ..."\n,\n\n,\n\n,\n    ,\n- ,\n> ,\n|-|\n,\n[^1]: ,\n: ,text ,漢字。, ,\r\n,\t".split(","),
];
