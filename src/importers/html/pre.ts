import type { Element } from "hast";
import type { Code } from "mdast";
import { isKnown, isPlain } from "../../markdown/code-languages.ts";
import { attributeOf, childrenOf, classesOf, elementsOf } from "./hast.ts";
import type { Child } from "./hast.ts";
import type { Job } from "./job.ts";

/** A block of code, in the language that a highlighter's class or attribute names. */
export function toCode(pre: Element, job: Job): Code {
  const value = withoutLastLines(toLines(pre).replace(/\r\n?/g, "\n"));
  const named = findLanguage(pre);
  const lang = named === undefined ? undefined : toKnown(named);
  if (named !== undefined && lang === undefined && !isPlain(named)) {
    job.report(pre, {
      kind: "html",
      outcome: "changed",
      note: `The code's language, ${named}, is not one that we know.`,
    });
  }
  return { type: "code", lang: lang ?? null, value: value.replace(/^\n/, "") };
}

/** Those that are empty. */
function withoutLastLines(code: string): string {
  let end = code.length;
  while (code.charAt(end - 1) === "\n") end -= 1;
  return code.slice(0, end);
}

/** A diagram or a formula was shown as its source, so it still is. */
function toKnown(name: string): string | undefined {
  if (name === "mermaid" || name === "math") return "text";
  const language = aliases.get(name) ?? name;
  return isKnown(language) ? language : undefined;
}

/** Names of older highlighters. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["as3", "actionscript-3"],
  ["assembly", "asm"],
  ["cfm", "coldfusion"],
  ["golang", "go"],
  ["htmlxml", "html"],
  ["jscript", "js"],
  ["htm", "html"],
  ["obj-c", "objective-c"],
  ["pascal", "delphi"],
  ["pas", "delphi"],
  ["vbnet", "vb"],
  ["xhtml", "html"],
  ["xslt", "xsl"],
]);

const classPattern = /^(?:language|lang|highlight-source|brush|syntax|code|src|sourceCode)[-:_](.+)$/i;
/** Beside a class of a highlighter, a language stands by itself. */
const highlighters =
  /^(?:brush:|hljs|prettyprint|sourceCode|highlight|prism|crayon-plain-tag|wp-block-code|syntaxhighlighter)$/i;

function findLanguage(pre: Element): string | undefined {
  const elements = [pre, ...Array.from(elementsOf(pre)).filter(({ tagName }) => tagName === "code")];
  for (const element of elements) {
    for (const name of ["dataLang", "dataLanguage", "dataEnlighterLanguage", "lang"]) {
      const value = attributeOf(element, name)?.trim().toLowerCase();
      if (value && /^[\w+#.-]{1,30}$/.test(value) && (name !== "lang" || isKnown(value))) return value;
    }
    const name = languageOf(classesOf(element));
    if (name !== undefined) return name;
  }
  return undefined;
}

function languageOf(classes: readonly string[]): string | undefined {
  for (const [index, name] of classes.entries()) {
    const [, language] = classPattern.exec(name.replace(/;$/, "")) ?? [];
    if (language) return language.toLowerCase();
    const next = classes[index + 1]?.replace(/;$/, "").toLowerCase();
    if (highlighters.test(name) && next !== undefined && (name === "brush:" || isKnown(next))) return next;
  }
  return undefined;
}

function toLines(node: Child): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  if (node.tagName === "br") return "\n";
  const text = childrenOf(node).map(toLines).join("");
  const isLine = /^(?:div|li|p|tr)$/.test(node.tagName);
  return isLine && !text.endsWith("\n") ? `${text}\n` : text;
}
