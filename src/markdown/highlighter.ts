import { createHighlighterCore, type HighlighterCore, type ThemedToken, type ThemeRegistration } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { bundledLanguages } from "shiki/langs";
import { escapeHtml } from "../lib/safe-html.ts";
import { isKnown } from "./code-languages.ts";
import { plainScopes, tokenClasses } from "./token-classes.ts";

export type Highlighter = {
  /** Whether the language, or its alias, was loaded. */
  readonly knows: (language: string) => boolean;
  /** HTML by line, in classes of `token-classes.ts`; undefined where the code is shown as it is. */
  readonly toLines: (code: string, language: string) => readonly string[] | undefined;
};

/** Grammars take time that grows faster than a line; minified code has nothing to read in it anyway. */
const maxLineLength = 2_000;
const maxCodeLength = 400_000;
/** Grammars walk through all that is open at every line. */
const maxDepth = 500;
/** Blocks kept: the dev server renders the same posts again and again. */
const maxCached = 20_000;

/** A fence's opening; not inside a run of fence characters, which would take quadratic time. */
const fence = /(?<![`~])(?:`{3,}|~{3,})[ \t]*([^\s`~{]+)/g;

/** Loads the grammars of the languages named and no others; unknown names are passed over. */
export async function createHighlighter(languages: Iterable<string>): Promise<Highlighter> {
  const names = [...new Set(languages)].filter(isKnown);
  const core = await createHighlighterCore({
    themes: [theme],
    langs: names.map((name) => bundledLanguages[name]),
    // A few grammars hold patterns that JavaScript cannot express: those patterns are skipped.
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const loaded = new Set<string>(names);
  const cache = new Map<string, readonly string[]>();
  return {
    knows: (language) => loaded.has(language),
    toLines: (code, language) => {
      if (!loaded.has(language)) return undefined;
      const key = `${language}\n${code}`;
      const known = cache.get(key);
      if (known) return known;
      if (code.length > maxCodeLength || isTooDeep(code)) return undefined;
      const lines = highlight(core, code, language);
      if (cache.size >= maxCached) cache.clear();
      cache.set(key, lines);
      return lines;
    },
  };
}

/** The languages that a text's fences name, and perhaps some other words: cheap, for loading grammars beforehand. */
export function findLanguages(text: string): Set<string> {
  const languages = new Set<string>();
  for (const [, language = ""] of text.matchAll(fence)) {
    const name = language.toLowerCase();
    if (isKnown(name)) languages.add(name);
  }
  return languages;
}

function isTooDeep(code: string): boolean {
  let depth = 0;
  for (const [bracket] of code.matchAll(/[()[\]{}]/g)) {
    depth = /[([{]/.test(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxDepth) return true;
  }
  return false;
}

function highlight(core: HighlighterCore, code: string, language: string): readonly string[] {
  const lines = core.codeToTokensBase(code, {
    lang: language,
    theme: theme.name,
    tokenizeMaxLineLength: maxLineLength,
    // The limit by time would make the output depend on the machine.
    tokenizeTimeLimit: 0,
  });
  return lines.map(toLine);
}

/** Neighbours of one class share a span, also across the spaces between them. */
function toLine(tokens: readonly ThemedToken[]): string {
  let html = "";
  let open = "";
  for (const { content, color } of tokens) {
    const className = content.trim() === "" ? open : (classOfColor.get(color?.toLowerCase() ?? "") ?? "");
    if (className !== open) {
      if (open) html += "</span>";
      if (className) html += `<span class="${className}">`;
      open = className;
    }
    html += escapeHtml(content);
  }
  return open ? `${html}</span>` : html;
}

/** Shiki knows colours only, so each class has one of its own. */
const plainColor = "#000000";
const colors = tokenClasses.map((_, index) => `#${String(index + 1).padStart(6, "0")}`);
const classOfColor = new Map(tokenClasses.map(({ className }, index) => [colors[index], className]));

const theme = {
  name: "classes",
  type: "light",
  fg: plainColor,
  bg: "#ffffff",
  settings: [
    ...tokenClasses.map(({ scopes }, index) => ({ scope: [...scopes], settings: { foreground: colors[index] } })),
    { scope: [...plainScopes], settings: { foreground: plainColor } },
  ],
} satisfies ThemeRegistration;
