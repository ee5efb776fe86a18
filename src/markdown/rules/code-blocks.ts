import type { MarkdownIt } from "markdown-it";
import { escapeHtml } from "../../lib/safe-html.ts";
import { isPlain, suggestLanguage } from "../code-languages.ts";
import type { Highlighter } from "../highlighter.ts";
import { Rendering } from "../rendering.ts";
import { type CodeInfo, parseCodeInfo, toMarkedLines } from "./code-info.ts";

/** Fenced and indented code: one span a line, coloured by classes, in a box that scrolls and can be reached by keyboard. */
export function codeBlocks(md: MarkdownIt, highlighter: Highlighter): void {
  const { unescapeAll } = md.utils;
  md.core.ruler.push("code_languages", (state) => {
    const rendering = Rendering.of(state.env);
    for (const token of state.tokens) {
      if (token.type !== "fence") continue;
      const { language } = parseCodeInfo(token.info, unescapeAll);
      if (!isPlain(language) && !highlighter.knows(language)) warn(language, rendering, token.map?.[0] ?? 0);
    }
  });
  md.renderer.rules.code_block = (tokens, index, _options, env) => {
    Rendering.of(env).parts.add("code");
    return renderCode(tokens[index]?.content ?? "", parseCodeInfo("", unescapeAll));
  };
  md.renderer.rules.fence = (tokens, index, _options, env) => {
    Rendering.of(env).parts.add("code");
    const info = parseCodeInfo(tokens[index]?.info ?? "", unescapeAll);
    const isNamed = Rendering.of(env).names(info.language);
    return renderCode(tokens[index]?.content ?? "", info, isNamed ? highlighter : undefined);
  };
}

function warn(language: string, rendering: Rendering, line: number): void {
  const suggestion = suggestLanguage(language);
  const message = `code language is unknown (${language})`;
  const remedy = `Write ${suggestion ? `\`${suggestion}\`` : "a language that Shiki knows"}, or \`text\`.`;
  rendering.warn({ id: "code-language", message, remedy }, rendering.source.find(language, [line, line + 1]));
}

function renderCode(content: string, info: CodeInfo, highlighter?: Highlighter): string {
  const code = content.replace(/\n$/, "");
  const lines = highlighter?.toLines(code, info.language) ?? escapeHtml(code).split("\n");
  const toDiff = info.language === "diff" ? toDiffClass(code.split("\n")) : () => "";
  const marked = toMarkedLines(info, lines.length);
  const body = lines
    .map((line, index) => `<span class="line${marked[index] ? " marked" : ""}${toDiff(index)}">${line}</span>`)
    .join("\n");
  const language = info.language ? ` class="language-${escapeHtml(info.language)}"` : "";
  const block = `<pre class="shiki" tabindex="0"><code${language}>${body}</code></pre>\n`;
  if (!info.title) return block;
  return `<figure class="code">\n<figcaption>${escapeHtml(info.title)}</figcaption>\n${block}</figure>\n`;
}

/** `+++` and `---` name files. */
function toDiffClass(lines: readonly string[]): (index: number) => string {
  return (index) => {
    const line = lines[index] ?? "";
    if (/^\+(?!\+\+ )/.test(line)) return " added";
    return /^-(?!-- )/.test(line) ? " removed" : "";
  };
}
