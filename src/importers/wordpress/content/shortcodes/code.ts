import type { ContentJob } from "../content-job.ts";
import { escapeTags, toAttribute } from "../escape.ts";
import { parseAttributes } from "../scan/read-shortcode.ts";
import type { Range } from "../range.ts";
import { bodyOf, readFirst, type Shortcode, type ShortcodeRule, toRules } from "./shortcode.ts";

const block: ShortcodeRule = {
  body: "needed",
  isCode: true,
  convert: (shortcode, job) => ({ as: "block", html: toCodeBlock(shortcode, job) }),
};

const inline: ShortcodeRule = {
  body: "needed",
  isCode: true,
  convert: (shortcode, job) => ({ as: "inline", html: `<code>${toCode(bodyOf(shortcode, job))}</code>` }),
};

/** Shortcodes that say the language by an attribute. */
const general =
  "sourcecode source code codeblock codesyntax snippet crayon cc ccb ccn cce geshi enlighter prism prismjs highlightjs hcode " +
  "simterm shcb pastacode github-code wpcode-block";

/** Those that are called as their language. */
const languages =
  "actionscript3 as3 bash shell coldfusion cf clojure clj cpp c csharp css delphi pascal pas diff patch erlang erl " +
  "fsharp go golang groovy haskell html xml xhtml xslt java javafx js jscript javascript latexcode matlabkey matlab objc " +
  "obj-c perl pl php plain text powershell ps prolog py python r rails ror ruby rb rust scala scss sql swift typescript vb " +
  "vbnet yaml yml json dos makefile lua tsql";

export const codeRules = [
  ...toRules(`${general} ${languages}`, block),
  // CodeColorer's way to say the language.
  ...languages.split(" ").flatMap((name) => toRules(`cc_${name} ccb_${name}`, block)),
  ...toRules("cci inlinecode", inline),
];

const codeNames = new Map(codeRules);

/** Where a `<pre>` holds nothing but such a shortcode, that is what it was for. */
export function codeShortcodeOf({ start, end }: Range, job: ContentJob): string | undefined {
  const { text } = job;
  const from = start + (/^\s*/.exec(text.slice(start, Math.min(end, start + 100)))?.[0].length ?? 0);
  const tag = text[from] === "[" ? job.shortcodes.read({ start: from, end }) : undefined;
  const closing = tag && codeNames.has(tag.name) ? job.closings.find(tag.name, { start: tag.end, end }) : undefined;
  if (!tag || !closing || text.slice(closing.end, Math.min(end, closing.end + 100)).trim() !== "") return undefined;
  const body = { start: tag.end, end: closing.start };
  const source = text.slice(tag.start, tag.end);
  return toCodeBlock({ ...tag, ...parseAttributes(tag.rest), end: closing.end, source, body }, job);
}

function toCodeBlock(shortcode: Shortcode, job: ContentJob): string {
  const language = toLanguage(shortcode);
  const opening = language === undefined ? "<code>" : `<code class="language-${toAttribute(language)}">`;
  const code = toCode(
    bodyOf(shortcode, job)
      .replace(/^[ \t]*\n/, "")
      .trimEnd(),
  );
  const html = `<pre data-line="${job.lineOf(shortcode.start)}">${opening}${code}</code></pre>`;
  const title = readFirst(shortcode, "title");
  return title === undefined ? html : `<figure>${html}<figcaption>${escapeTags(title)}</figcaption></figure>`;
}

function toLanguage(shortcode: Shortcode): string | undefined {
  const { name, values } = shortcode;
  const short = name.replace(/^ccb?_/, "");
  const written = isGeneral.has(short) ? (readFirst(shortcode, "language", "lang", "type") ?? values[0]) : short;
  const language = written?.toLowerCase().replace(/^=/, "");
  if (language === undefined || !/^[\w+#.-]{1,30}$/.test(language)) return undefined;
  return aliases.get(language) ?? language;
}

const isGeneral: ReadonlySet<string> = new Set(general.split(" "));

const aliases: ReadonlyMap<string, string> = new Map([
  ["as3", "actionscript3"],
  ["cf", "coldfusion"],
  ["clj", "clojure"],
  ["erl", "erlang"],
  ["latexcode", "latex"],
  ["matlabkey", "matlab"],
  ["obj-c", "objc"],
  ["patch", "diff"],
  ["pl", "perl"],
  ["ps", "powershell"],
  ["rails", "ruby"],
  ["ror", "ruby"],
]);

/** Code is stored as it was typed or with entities, as the editor of the day had it: where a tag could stand, as typed. */
function toCode(body: string): string {
  if (!/[<>]/.test(body)) return body;
  return body.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
