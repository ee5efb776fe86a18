import { show } from "../../../lib/show.ts";
import type { Finding } from "../../finding.ts";
import type { DialectEdit } from "./dialect-edit.ts";
import type { TextScene } from "./text-scene.ts";

type Kind = {
  readonly pattern: RegExp;
  readonly toText: (match: RegExpMatchArray) => string;
  readonly finding?: (found: string) => Omit<Finding, "line">;
  readonly isToc?: true;
  /** It stands in HTML, not in prose. */
  readonly isInHtml?: true;
};

/** What only kramdown knows. Attributes go: the new blog has its own ways to set a text. */
const kinds: readonly Kind[] = [
  {
    // `* TOC` and `{:toc}` below it.
    pattern:
      /^[ ]{0,3}(?:[-*+]|\d{1,9}\.)[ \t]+[^\n]{0,200}\n[ ]{0,3}\{:[^{}\n]{0,100}\btoc\b[^{}\n]{0,100}\}[ \t]*$/gm,
    toText: () => "",
    isToc: true,
    finding: (found) => ({ kind: "template", found, outcome: "translated", note: "`toc: true` in the front matter." }),
  },
  {
    pattern: /\{::(?:options|nomarkdown)[^{}\n]{0,200}\/?\}|\{:\/(?:nomarkdown|options)?\}/g,
    toText: () => "",
    finding: (found) => ({ kind: "template", found, outcome: "dropped", note: "An instruction for kramdown." }),
  },
  {
    pattern: /^(<\w[^<>\n]{0,300}?)[ \t]+markdown=(?:"(?:1|block|span)"|1)([^<>\n]{0,300}>)[ \t]*\n(?!\n)/gm,
    toText: ([, before = "", after = ""]) => `${before}${after}\n\n`,
    isInHtml: true,
  },
  {
    pattern: /^(<\w[^<>\n]{0,300}?)[ \t]+markdown=(?:"(?:1|block|span)"|1)([^<>\n]{0,300}>)/gm,
    toText: ([, before = "", after = ""]) => `${before}${after}`,
    isInHtml: true,
  },
];

export function findKramdown(text: string, scene: TextScene): DialectEdit[] {
  return [...findKinds(text, scene), ...findComments(text, scene), ...findAttributes(text, scene)];
}

function findComments(text: string, scene: TextScene): DialectEdit[] {
  const edits: DialectEdit[] = [];
  const [open, close] = ["{::comment}", "{:/"];
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
    const end = text.indexOf("}", text.indexOf(close, at));
    if (end < 0 || !text.includes(close, at)) break;
    if (scene.partAt(at) === "code") continue;
    const note = "A comment, which nobody saw.";
    const finding = { kind: "template", found: open, outcome: "dropped", note } as const;
    edits.push({ start: at, end: end + 1, text: "", finding });
    at = end;
  }
  return edits;
}

/** On a line of their own; behind a picture, a link or emphasis; behind a heading. */
function findAttributes(text: string, scene: TextScene): DialectEdit[] {
  return Array.from(text.matchAll(/\{:(?![:/])[^{}\n]{1,300}\}/g)).flatMap(({ index, 0: found }): DialectEdit[] => {
    const before = text.slice(Math.max(0, index - widest), index);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    const behind = /^[ \t]*(?:\n|$)/.test(text.slice(index + found.length, index + found.length + widest));
    const isOwn = /^[ \t>]*$/.test(line) && line.length < widest && behind;
    const isOfHeading = /^#{1,6}[ \t]/.test(line) && behind;
    if (scene.partAt(index) === "code" || !(isOwn || isOfHeading || /[)*_`\]]$/.test(line))) return [];
    const blanks = isOfHeading ? (/[ \t]*$/.exec(line)?.[0].length ?? 0) : 0;
    const note = "Attributes of kramdown; the new blog gives elements no classes of their own.";
    const finding = { kind: "html", found: show(found), outcome: "dropped", note } as const;
    return [{ start: index - blanks, end: index + found.length, text: "", finding }];
  });
}

const widest = 400;

function findKinds(text: string, scene: TextScene): DialectEdit[] {
  return kinds.flatMap(({ pattern, toText, finding, isToc, isInHtml }) =>
    Array.from(text.matchAll(pattern)).flatMap((match): DialectEdit[] => {
      const [found] = match;
      const { index } = match;
      const first = index + found.search(/\S/);
      const part = scene.partAt(first);
      if (part === "code" || (isInHtml && part !== "html")) return [];
      const edit = { start: index, end: index + found.length, text: toText(match) };
      return [{ ...edit, ...(isToc && { isToc }), ...(finding && { finding: finding(show(found)) }) }];
    }),
  );
}

/** In a line of text `$$x$$` is a formula of that line, which the new blog writes `$x$`. */
export function findKramdownMath(text: string, scene: TextScene): DialectEdit[] {
  return scene.prose.flatMap(({ start, end }) => {
    const formulas = Array.from(
      text.slice(start, end).matchAll(/(?<![\\$])\$\$(?!\$)[ \t]*([^$\n]{1,2000}?)[ \t]*\$\$(?![$\d])/g),
    );
    return formulas.flatMap(({ index, 0: whole, 1: tex = "" }): DialectEdit[] => {
      const at = start + index;
      const before = text.slice(Math.max(0, at - widest), at);
      const behind = text.slice(at + whole.length, at + whole.length + widest);
      const isAlone = /(?:^|\n)[ \t>]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(behind);
      if (isAlone || tex.trim() === "" || scene.partAt(at) !== "prose") return [];
      return [{ start: at, end: at + whole.length, text: `$${tex.trim()}$` }];
    });
  });
}
