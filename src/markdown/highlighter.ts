import type { HighlighterCore, ThemedToken, ThemeRegistration } from "shiki/core";
import { bundledLanguages } from "shiki/langs";
import { escapeHtml } from "../lib/safe-html.ts";
import { isKnown } from "./code-languages.ts";
import { createMemory, type KeptResults, toResultKey } from "./kept-results.ts";
import { plainScopes, tokenClasses } from "./token-classes.ts";

export type Highlighter = {
  /** Whether code in the language, or its alias, can be highlighted. */
  readonly knows: (language: string) => boolean;
  /** HTML by line, in classes of `token-classes.ts`; undefined where the code is shown as it is. */
  readonly toLines: (code: string, language: string) => readonly string[] | undefined;
};

/** Grammars take time that grows faster than a line; minified code has nothing to read in it anyway. */
const maxLineLength = 2_000;
const maxCodeLength = 400_000;
/** Grammars walk through all that is open at every line. */
const maxDepth = 500;
export type HighlighterOptions = {
  readonly kept?: KeptResults;
  /** Languages in which there may be code of which no result is kept: the others' grammars are not loaded. */
  readonly load?: Iterable<string>;
};

/** A fence's opening; not inside a run of fence characters, which would take quadratic time. */
const fence = /(?<![`~])(?:`{3,}|~{3,})[ \t]*([^\s`~{]+)/g;

/** Loads the grammars of the languages named, or of those to load among them, and no others; passes over unknown names. */
export async function createHighlighter(
  languages: Iterable<string>,
  { kept = createMemory(), load }: HighlighterOptions = {},
): Promise<Highlighter> {
  const names = new Set([...languages].filter(isKnown));
  const loaded = new Set([...(load ?? names)].filter((name) => isKnown(name) && names.has(name)));
  const core = await loadGrammars([...loaded]);
  return {
    knows: (language) => isKnown(language) && names.has(language),
    toLines: (code, language) => {
      if (!isKnown(language) || !names.has(language)) return undefined;
      if (code.length > maxCodeLength || isTooDeep(code)) return undefined;
      const key = toResultKey("highlight", language, code);
      const known = kept.get(key);
      if (known !== undefined) return known.split("\n");
      if (!core || !loaded.has(language)) throw new Error(`Code in ${language} is new, but its grammar was not loaded`);
      const lines = highlight(core, code, language);
      kept.set(key, lines.join("\n"));
      return lines;
    },
  };
}

async function loadGrammars(names: readonly string[]): Promise<HighlighterCore | undefined> {
  if (names.length === 0) return undefined;
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import("shiki/core"),
    import("shiki/engine/javascript"),
  ]);
  return createHighlighterCore({
    themes: [theme],
    langs: names.filter(isKnown).map((name) => bundledLanguages[name]),
    // A few grammars hold patterns that JavaScript cannot express: those patterns are skipped.
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
}

/** The languages that a text's fences name, and perhaps some other words: cheap, for loading grammars beforehand. */
export function findLanguages(text: string): Set<string> {
  const languages = new Set<string>();
  for (const [, language = ""] of text.matchAll(fence)) {
    const name = language.toLowerCase();
    // Those become pictures.
    if (isKnown(name) && name !== "mermaid") languages.add(name);
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
