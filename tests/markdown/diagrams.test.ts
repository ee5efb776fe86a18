import { describe, expect, it } from "vitest";
import { describeDiagram } from "../../src/markdown/diagrams/describe-diagram.ts";
import { createDiagramDrawer, hasDiagram } from "../../src/markdown/diagrams/diagram-drawer.ts";
import { drawFlowchart } from "../../src/markdown/diagrams/draw-flowchart.ts";
import type { Diagram, Flowchart } from "../../src/markdown/diagrams/diagram.ts";
import { readDiagram } from "../../src/markdown/diagrams/read-diagram.ts";
import { toStrings } from "../../_includes/strings/to-strings.ts";
import { createRandom } from "../support/random.ts";
import { render, toPlaces } from "./markdown-context.ts";

const labels = toStrings("en").markdown.diagrams;
const drawer = await createDiagramDrawer();

function read(source: string): Diagram {
  const result = readDiagram(source);
  if ("mistake" in result) throw new Error(`${result.mistake.line}: ${result.mistake.what}`);
  return result.diagram;
}

function readChart(source: string): Flowchart {
  const diagram = read(source);
  if (diagram.kind === "sequence") throw new Error("no flowchart");
  return diagram;
}

/** What a diagram says, in words: the nodes, links, messages in order. */
function toWords(source: string): string {
  return describeDiagram(read(source), labels).text;
}

describe("flowcharts", () => {
  it.each([
    ["links without spaces", "flowchart TD\na-->b", "Flowchart: a to b"],
    ["statements on one line", "graph LR; a-->b; b-->c;", "Flowchart: a to b; b to c"],
    ["chains and ampersands", "flowchart\na & b --> c --> d", "Flowchart: a to c; b to c; c to d"],
    [
      "words on links",
      'flowchart\na -->|x| b -- y z --> c -. "w" .-> d == v ==> e',
      "Flowchart: a to b (x); b to c (y z); c to d (w); d to e (v)",
    ],
    ["labels given later", "flowchart\na-->b\na[Start]\nb([End; or so])", "Flowchart: Start to End; or so"],
    ["quotes, entities and line ends", 'flowchart\na["x (y) #quot;z#quot; #35;<br/>w"]', 'Flowchart: x (y) "z" # w'],
    [
      "comments, settings, classes and colours",
      "%%{init: {}}%%\nflowchart TD\n%% no\na:::x --> b\nclassDef x fill:#f00\nstyle b fill:#0f0\nlinkStyle 0 stroke:red",
      "Flowchart: a to b",
    ],
    ["groups", "flowchart\nsubgraph g [Group]\ndirection LR\na --> b\nend\nb --> c", "Flowchart: a to b; b to c"],
    ["other scripts", "flowchart\n你好-->мир[«Мир»]", "Flowchart: 你好 to «Мир»"],
    ["ids with hyphens and dots", "flowchart\na-b-->c.d", "Flowchart: a-b to c.d"],
    ["lone nodes", "flowchart\na\nb[B]", "Flowchart: a; B"],
    ["the author's own words", "flowchart\naccTitle: How\naccDescr: It goes\na-->b", "How. It goes"],
    ["an own title", "flowchart\naccTitle: How\na-->b", "How: a to b"],
    ["a description over lines", "flowchart\naccDescr {\nIt goes\nlike this\n}\na-->b", "It goes like this"],
  ])("are understood: %s", (_name, source, words) => {
    expect(toWords(source)).toBe(words);
    expect(drawer.draw(read(source))).toBeDefined();
  });

  it.each([
    ["circles and crosses at the end of a link", "flowchart\na ---o b", 1],
    ["the same without spaces", "flowchart\na---xb", 1],
    ["invisible links", "flowchart\na ~~~ b", 1],
    ["shapes by name", "flowchart\na --> b\nc@{ shape: cloud }", 2],
    ["clicks", 'flowchart\na --> b\nclick a "https://x.example/"', 2],
    ["parallelograms", "flowchart\na[/x/]", 1],
    ["HTML in a label", 'flowchart\na["<b>x</b>"]', 1],
    ["Markdown in a label", 'flowchart\na["`x`"]', 1],
    ["icons", "flowchart\na[fa:fa-car x]", 1],
    ["brackets without quotes", "flowchart\na[x (y)]", 1],
    ["links to a group", "flowchart\nsubgraph g\na\nend\ng --> b", 0],
    ["a group that never ends", "flowchart\nsubgraph g\na", 0],
    ["an end of nothing", "flowchart\na\nend", 2],
    ["half a link", "flowchart\na -->", 1],
    ["nothing", "flowchart TD", 0],
    ["another kind of diagram", 'pie\n"a": 1', 0],
    ["front matter", "---\ntitle: x\n---\nflowchart\na", 0],
    ["too much", `flowchart\n${"a --> b\n".repeat(300)}`, 0],
  ])("are not drawn wrong: %s", (_name, source, line) => {
    expect(readDiagram(source)).toEqual({ mistake: { line, what: expect.stringMatching(/^[a-z].*[^.]$/) } });
  });

  it("are drawn with all that is in them, and only known elements and attributes", () => {
    const chart =
      'flowchart LR\na["A & < b"] -->|"x > y"| b{B}\nsubgraph g [Group]\nb <-.-> c[(C)]\nend\nc === d(((D)))\na --> e>E] & f{{F}} & h[[H]] & i[/I\\] & j[\\J/] & k(K) & l([L])';
    const { inside, width, height } = drawer.draw(read(chart)) ?? { inside: "", width: 0, height: 0 };
    const texts = [...inside.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    const labelsOfAll = ["A &amp; &lt; b", "x &gt; y", "B", "Group", ..."C D E F H I J K L".split(" ")];
    expect(new Set(texts)).toEqual(new Set(labelsOfAll));
    expect(texts).toHaveLength(labelsOfAll.length);
    expect(
      inside.replace(
        /<\/?(?:g|rect|circle|ellipse|polygon|polyline|line|path|text)(?: [a-z\d]+="[\w .,-]*")*\/?>/g,
        "",
      ),
    ).not.toContain("<");
    expect(inside).not.toMatch(/\s(?:id|style|fill|href)=|url\(|NaN/);
    expect(inside.match(/class="head"/g)).toHaveLength(10);
    expect(width).toBeGreaterThan(100);
    expect(height).toBeGreaterThan(100);
  });

  it("go around what is in their way", () => {
    const chart = "flowchart TD\na-->b\na-->c\nb-->d\nc-->d\na-->d";
    const tries: string[] = [];
    expect(drawer.draw(read(chart))).toBeDefined();
    drawFlowchart(readChart(chart), (source) => {
      tries.push(source);
      return "<svg></svg>";
    });
    expect(tries).toHaveLength(2);
  });

  it.each([
    ["a node is missing", (svg: string) => svg.replace('data-id="n0"', 'data-id="n9"')],
    ["a label is another", (svg: string) => svg.replaceAll('data-label="Start"', 'data-label="Stop"')],
    ["a link leads elsewhere", (svg: string) => svg.replace('data-to="n1"', 'data-to="n2"')],
    ["a link has lost its arrow", (svg: string) => svg.replace('data-arrow-end="true"', 'data-arrow-end="false"')],
    ["a link is drawn twice", (svg: string) => svg.replace(/<polyline[^>]*>/, "$&$&")],
    [
      "a link runs through a node",
      (svg: string) => svg.replace(/points="[^"]*" fill="none"/, 'points="-999,-999 999,999" fill="none"'),
    ],
    ["something stands nowhere", (svg: string) => svg.replace(/ x="[^"]*"/, ' x="NaN"')],
    [
      "the program fails",
      () => {
        throw new Error("no");
      },
    ],
  ])("are shown as their source when %s", async (_name, spoil) => {
    const { renderMermaidSVG } = await import("beautiful-mermaid");
    const chart = readChart("flowchart TD\na[Start] --> b\nb --> c");
    expect(drawFlowchart(chart, renderMermaidSVG)).toBeDefined();
    expect(drawFlowchart(chart, (source) => spoil(renderMermaidSVG(source)))).toBeUndefined();
  });
});

describe("state diagrams", () => {
  it.each([
    [
      "transitions",
      "stateDiagram-v2\n[*] --> A\nA --> B : go on\nB --> [*]",
      "State diagram: start to A; A to B (go on); B to end",
    ],
    ["descriptions", 'stateDiagram\nstate "Be quiet" as q\ns : Speak\nq --> s', "State diagram: Be quiet to Speak"],
    [
      "states in states",
      "stateDiagram-v2\n[*] --> A\nstate A {\n[*] --> b\nb --> [*]\n}\nA --> C",
      "State diagram: start to A; start to b; b to end; A to C",
    ],
  ])("are understood: %s", (_name, source, words) => {
    expect(toWords(source).replace("A to", "A to")).toBe(words);
    expect(drawer.draw(read(source))).toBeDefined();
  });

  it.each([
    ["notes", "stateDiagram-v2\nA --> B\nnote right of A : x", 2],
    ["choices", "stateDiagram-v2\nstate A <<choice>>", 1],
    ["concurrency", "stateDiagram-v2\nA --> B\n--\nC --> D", 2],
    ["two descriptions of one state", "stateDiagram-v2\nA : x\nA : y", 2],
  ])("are not drawn wrong: %s", (_name, source, line) => {
    expect(readDiagram(source)).toEqual({ mistake: { line, what: expect.any(String) } });
  });
});

describe("sequence diagrams", () => {
  it.each([
    [
      "all arrows",
      "sequenceDiagram\nA->B: a\nA-->B: b\nA->>B: c\nA-->>B: d\nA-xB: e\nA--)B: f\nA<<->>B: g",
      "A to B: a; A to B: b; A to B: c; A to B: d; A to B: e; A to B: f; A to B: g",
    ],
    [
      "names",
      "sequenceDiagram\nparticipant A as Alice (boss)\nactor The builder\nA->>The builder: hi\nC-->>A: yes: no",
      "Alice (boss) to The builder: hi; C to Alice (boss): yes: no",
    ],
    [
      "notes and blocks",
      "sequenceDiagram\nNote left of A: first\nloop each day\nA->>A: think\nend\nalt yes\nA->>B: x\nelse\nNote over A,B: y\nend",
      "A: first; loop: each day; A to A: think; alt: yes; A to B: x; else; A, B: y",
    ],
    ["activation", "sequenceDiagram\nA->>+B: x\nB-->>-A: y\nactivate A\ndeactivate A", "A to B: x; B to A: y"],
  ])("are understood: %s", (_name, source, words) => {
    expect(toWords(source)).toBe(`Sequence diagram: ${words}`);
    expect(drawer.draw(read(source))?.inside).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each([
    ["numbers", "sequenceDiagram\nautonumber\nA->>B: x", 1],
    ["boxes", "sequenceDiagram\nbox A\nend", 1],
    ["coloured blocks", "sequenceDiagram\nrect rgb(0,0,0)\nA->>B: x\nend", 1],
    ["links", "sequenceDiagram\nlink A: x @ https://x.example", 1],
    ["a block that never ends", "sequenceDiagram\nloop x\nA->>B: y", 0],
    ["an else of nothing", "sequenceDiagram\nloop x\nelse\nend", 2],
    ["the end of an activation that never began", "sequenceDiagram\nA->>B: x\ndeactivate B", 2],
    ["HTML", "sequenceDiagram\nA->>B: <i>x</i>", 1],
  ])("are not drawn wrong: %s", (_name, source, line) => {
    expect(readDiagram(source)).toEqual({ mistake: { line, what: expect.any(String) } });
  });

  it("are as wide as their words: none runs into a neighbour's line", () => {
    const places = (text: string) => {
      const { inside, width } = drawer.draw(
        read(`sequenceDiagram\nA->>B: ${text}\nB->>C: x\nNote right of C: ${text}`),
      ) ?? { inside: "", width: 0 };
      const xs = [...inside.matchAll(/class="life" d="M([\d.]+),/g)].map(([, x]) => Number(x));
      return { gap: (xs[1] ?? 0) - (xs[0] ?? 0), right: width - (xs[2] ?? 0) };
    };
    const [short, long] = [places("hm"), places("a message that goes on and on until everyone is asleep")];
    expect(long.gap).toBeGreaterThan(short.gap + 200);
    expect(long.right).toBeGreaterThan(short.right + 200);
  });
});

describe("a block of mermaid", () => {
  it("becomes a picture with a description and a caption", async () => {
    const { html, parts, problems } = await render(
      '```mermaid title="How <it> goes"\nsequenceDiagram\nA->>B: "hi"\n```',
    );
    expect(html).toMatch(
      /^<figure>\n<div class="diagram" tabindex="0"><svg class="drawing small" role="img" aria-label="Sequence diagram: A to B: hi" viewBox="0 0 \d+ \d+" width="\d+" height="\d+">/,
    );
    expect(html).toContain("<figcaption>How &lt;it&gt; goes</figcaption>");
    expect([parts, problems]).toEqual([["diagrams"], []]);
  });

  it("needs no figure without a caption", async () => {
    expect((await render("- a\n\n  ```mermaid\n  sequenceDiagram\n  A->>B: c\n  ```")).html).toContain(
      '<div class="diagram" tabindex="0"><svg',
    );
  });

  it("remains its source where it would be drawn wrong, with a label and the line in a warning", async () => {
    const rendered = await render("one\n\n```mermaid\nflowchart TD\n  a --> b\n  click a call()\n```");
    expect(rendered.html).toContain("<figcaption>Diagram (source)</figcaption>\n<pre");
    expect(rendered.html).toContain("  click a call()");
    expect(toPlaces(rendered)).toEqual(["diagram@6:3"]);
    expect(rendered.problems[0]?.message).toBe(
      "diagram is shown as its source, because this line is not understood (click a call())",
    );
  });

  it("has its source beside it when it is too much to be heard at one go", async () => {
    const links = Array.from(
      { length: 40 },
      (_, index) => `node number ${index}->>node number ${index + 1}: and so on`,
    );
    const { html, parts } = await render(`\`\`\`mermaid\nsequenceDiagram\n${links.join("\n")}\n\`\`\``);
    expect(/aria-label="([^"]*)"/.exec(html)?.[1]).toMatch(/^Sequence diagram: .{400,600}; …$/);
    expect(html).toContain("<details><summary>Diagram (source)</summary>");
    expect(parts).toEqual(["diagrams", "code"]);
  });

  it("is drawn the same each time, also in the excerpt and within an author's HTML", async () => {
    const text = "<div>\n\n```mermaid\nflowchart LR\na --> b\n```\n\n</div>\n\n<!-- more -->\n\nx";
    const [first, second] = [await render(text), await render(text)];
    expect(first).toEqual(second);
    expect(first.excerptHtml).toContain("</svg></div>");
    expect(first.html.match(/<g |<polyline/g)).toEqual(["<polyline", "<g ", "<g "]);
  });

  it("is found beforehand", () => {
    const found = ["```mermaid", "~~~ Mermaid title=x", "- > ````mermaid\n"].map(hasDiagram);
    expect([...found, ...["```merm", "mermaid ```", "```ts\nmermaid"].map(hasDiagram)]).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

it("whatever is in a diagram, it is text or nothing", { timeout: 60_000 }, async () => {
  const random = createRandom(3);
  let drawn = 0;
  for (let run = 0; run < 3_000; run += 1) {
    const source = Array.from({ length: 3 }, () => pieces[Math.floor(random() * pieces.length)]).join("");
    const result = readDiagram(heads[run % heads.length] + source);
    if ("mistake" in result) continue;
    const { inside = "" } = drawer.draw(result.diagram) ?? {};
    if (inside !== "") drawn += 1;
    expect(inside).not.toMatch(
      /<script|<(?!\/?(?:g|rect|circle|ellipse|polygon|polyline|line|path|text)\b)|\s(?:style|on\w+|href|id)=|NaN|undefined/,
    );
  }
  expect(drawn).toBeGreaterThan(100);
});

const heads = ["flowchart TD\n", "sequenceDiagram\n", "stateDiagram-v2\n"];
const pieces = [
  ...'a --> b\n|a-->b\n|a->>b: c\n|a --> b : c\n|b-->>a: <\n|[*] --> a\n|state a {\n|}\n|end\n|loop x\n|subgraph g\n|c["<script>"]\n|d{x}\n|e("\'onclick=alert(1)")\n|Note over a: "&\n|a & b --> c\n|f[[x]] ==> a\n|a : onload=\n|participant a as "><svg onload=x>\n|a -->|\n'.split(
    "|",
  ),
  "c --> a\n",
  'd["\u202eabc\0\ue000"] --- a\n',
  "a-)b: 漢字、かな\n",
];
