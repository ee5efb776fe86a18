import { beforeEach, describe, expect, it, vi } from "vitest";
import { createMarkdownTools } from "../../src/eleventy/markdown-tools.ts";
import { openResultPack } from "../../src/eleventy/result-pack.ts";
import { createCache, type OpenCache } from "../../src/files/cache.ts";
import { createMarkdown } from "../../src/markdown/create-markdown.ts";
import { toContext } from "../markdown/markdown-context.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const loads = vi.hoisted(() => ({ grammars: [] as string[], tokenized: 0, drawn: 0 }));

vi.mock("shiki/core", async (importOriginal) => {
  const original = await importOriginal<typeof import("shiki/core")>();
  return {
    ...original,
    createHighlighterCore: async (options: Parameters<typeof original.createHighlighterCore>[0]) => {
      loads.grammars.push(`${options.langs?.length}`);
      const core = await original.createHighlighterCore(options);
      const tokenize = core.codeToTokensBase.bind(core);
      return {
        ...core,
        codeToTokensBase: (...parameters: Parameters<typeof tokenize>) => {
          loads.tokenized += 1;
          return tokenize(...parameters);
        },
      };
    },
  };
});

vi.mock("beautiful-mermaid", async (importOriginal) => {
  const original = await importOriginal<typeof import("beautiful-mermaid")>();
  return {
    ...original,
    renderMermaidSVG: (source: string) => {
      loads.drawn += 1;
      return original.renderMermaidSVG(source);
    },
  };
});

const texts = [
  "```ts\nconst a = 1;\n```\n\n```ts\nconst a = 1;\n```",
  "- x\n\n  ```js\n  b();\n  ```\n\n```mermaid\nflowchart TD\na --> b\n```",
  "```mermaid\nflowchart TD\na --> b\n```\n\n```klingon\nQapla\n```\n\n``` t\\s\nno\n```",
  "no code at all",
];

async function buildTwice(first: readonly string[], second = first): Promise<[string[], string[]]> {
  const open = createCache(temporaryFolder());
  const before = await build(open, first);
  Object.assign(loads, { grammars: [], tokenized: 0, drawn: 0 });
  return [before, await build(open, second)];
}

async function build(open: OpenCache, bodies: readonly string[]): Promise<string[]> {
  const pack = openResultPack(open, "1");
  const markdown = createMarkdown(await createMarkdownTools(bodies, pack));
  const pages = bodies.map((body) => markdown.render(body, toContext()).html);
  pack.save();
  return pages;
}

beforeEach(() => {
  Object.assign(loads, { grammars: [], tokenized: 0, drawn: 0 });
});

describe("a second build", () => {
  it("loads no grammar, tokenizes nothing, draws nothing, and gives the same bytes", async () => {
    const [cold, warm] = await buildTwice(texts);
    expect(warm).toEqual(cold);
    expect(warm.join()).toContain('<span class="k">const </span>');
    expect(warm.join()).toContain("</svg>");
    expect(loads).toEqual({ grammars: [], tokenized: 0, drawn: 0 });
  });

  it("gives the same as one without a cache", async () => {
    const [, warm] = await buildTwice(texts);
    expect(warm).toEqual(await build(createCache(undefined), texts));
  });

  it("does only what is new", async () => {
    await buildTwice(texts, [...texts, "```css\na { b: c }\n```\n\n```ts\nconst a = 1;\n```"]);
    expect(loads).toEqual({ grammars: ["2"], tokenized: 1, drawn: 0 });
  });

  it("still knows languages whose grammars it does not load", async () => {
    const open = createCache(temporaryFolder());
    await build(open, texts);
    const { highlighter } = await createMarkdownTools(texts, openResultPack(open, "1"));
    expect(["ts", "js", "klingon", "css"].map(highlighter.knows)).toEqual([true, true, false, false]);
  });
});

describe("a first build", () => {
  it("makes each result once and loads what its texts name", async () => {
    await build(createCache(undefined), texts);
    expect(loads).toEqual({ grammars: ["2"], tokenized: 2, drawn: 1 });
  });

  it("loads nothing for texts without code", async () => {
    await build(createCache(undefined), ["a", "b `c`"]);
    expect(loads).toEqual({ grammars: [], tokenized: 0, drawn: 0 });
  });
});
