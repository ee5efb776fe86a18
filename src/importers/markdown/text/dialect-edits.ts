import { findMath } from "../../../markdown/math/find-math.ts";
import { show } from "../../../lib/show.ts";
import type { Finding } from "../../finding.ts";
import type { TextRules } from "../generator.ts";
import type { DialectEdit } from "./dialect-edit.ts";
import { createLineFinder, type Edit } from "./edits.ts";
import { findKramdown, findKramdownMath } from "./kramdown.ts";
import type { TextScene } from "./text-scene.ts";

export type DialectRules = TextRules & { readonly isMdx: boolean };

export type DialectEdits = {
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
  /** The text had a place for its own contents. */
  readonly hasToc: boolean;
};

/** What the old generator showed otherwise than the new blog would. */
export function toDialectEdits(text: string, scene: TextScene, rules: DialectRules): DialectEdits {
  const found: DialectEdit[] = [
    ...findMoreMarks(text, scene, rules.excerptSeparator),
    ...findContents(text, scene),
    ...findHeadingIds(text, scene),
    ...(rules.isKramdown ? [...findKramdown(text, scene), ...findKramdownMath(text, scene)] : []),
    ...(rules.hasMath ? [] : findDollars(text, scene, rules.isKramdown)),
    ...(rules.breaksLines ? findBreaks(text, scene) : []),
  ];
  const lineAt = createLineFinder(text);
  const findings = found.flatMap(({ finding, start }) => (finding ? [{ ...finding, line: lineAt(start) }] : []));
  return { edits: found, findings, hasToc: found.some(({ isToc }) => isToc) };
}

const mark = /^[ \t]*<!--[ \t]*(?:more|excerpt|end[_ -]?excerpt|excerpt[_ -]end|read[_ -]?more)[ \t]*-->[ \t]*$/gim;
const written = "<!-- more -->";

/** Where the excerpt ends. */
function findMoreMarks(text: string, scene: TextScene, separator: string | undefined): DialectEdit[] {
  const own = separator?.trim() ?? "";
  const at = own === "" || own === written ? -1 : text.indexOf(own);
  const custom: DialectEdit[] =
    at < 0 || scene.partAt(at) === "code"
      ? []
      : [{ start: at, end: at + own.length, text: written, finding: separated(own) }];
  const marks = Array.from(text.matchAll(mark))
    .filter(({ index, 0: whole }) => scene.partAt(index) !== "code" && whole.trim() !== written)
    .map(({ index, 0: whole }) => ({
      start: index,
      end: index + whole.length,
      text: whole.replace(/<!--.*-->/, written),
    }));
  return [...custom, ...marks];
}

function separated(found: string): Omit<Finding, "line"> {
  return { kind: "template", found: show(found), outcome: "translated", note: "The end of the excerpt." };
}

/** `[TOC]` and the like: the new blog sets the contents beside the text. */
function findContents(text: string, scene: TextScene): DialectEdit[] {
  const place = /^[ ]{0,3}(?:\[toc\]|\[\[_?toc_?\]\]|@\[toc\](?:\([^)\n]{0,80}\))?|\$\{toc\}|<!-- ?toc ?-->)[ \t]*$/gim;
  return Array.from(text.matchAll(place))
    .filter(({ index }) => scene.partAt(index) !== "code")
    .map(({ index, 0: whole }) => ({
      start: index,
      end: index + whole.length,
      text: "",
      isToc: true,
      finding: contents(whole),
    }));
}

function contents(found: string): Omit<Finding, "line"> {
  return { kind: "template", found: show(found), outcome: "translated", note: "`toc: true` in the front matter." };
}

/** `## Title {#place}`: an anchor in front of the title keeps links to the place alive. */
function findHeadingIds(text: string, scene: TextScene): DialectEdit[] {
  const heading = /^(#{1,6}[ \t]+)([^\n]*?)[ \t]*\{:?[ \t]*#([\p{L}\p{N}_:.-]+)[^{}\n]{0,200}\}([ \t]*#*[ \t]*)$/gmu;
  return Array.from(text.matchAll(heading)).flatMap((match): DialectEdit[] => {
    const [whole, marks = "", title = "", id = ""] = match;
    if (scene.partAt(match.index) === "code") return [];
    const note = "An anchor of that name stands in front of the heading.";
    const finding = { kind: "template", found: show(`{#${id}}`), outcome: "translated", note } as const;
    return [
      { start: match.index, end: match.index + whole.length, text: `${marks}<a id="${id}"></a>${title}`, finding },
    ];
  });
}

/** A dollar that was one, where the new blog would see a formula. */
function findDollars(text: string, scene: TextScene, isKramdown: boolean): DialectEdit[] {
  return scene.prose.flatMap(({ start, end }) => {
    const edits: DialectEdit[] = [];
    if (!text.slice(start, end).includes("$")) return edits;
    for (let at = text.indexOf("$", start); at >= 0 && at < end; at = text.indexOf("$", at + 1)) {
      if (scene.partAt(at) !== "prose" || text.charAt(at - 1) === "\\") continue;
      const math = findMath(text.slice(0, end), at);
      if (!math) continue;
      if (math.mark === "$$" && isKramdown) {
        at = math.end - 1;
        continue;
      }
      const found = text.slice(at, math.end);
      const note = "It was no formula in the old blog, so its dollars are written `\\$`.";
      for (let sign = at; sign >= 0 && sign < math.end; sign = text.indexOf("$", sign + 1)) {
        const isFirst = sign === at;
        edits.push({
          start: sign,
          end: sign + 1,
          text: "\\$",
          ...(isFirst && { finding: { kind: "words", found: show(found), outcome: "changed", note } }),
        });
      }
      at = math.end - 1;
    }
    return edits;
  });
}

/** The end of a line in a paragraph, where the old generator showed it as one. */
function findBreaks(text: string, scene: TextScene): DialectEdit[] {
  return scene.prose
    .filter(({ isParagraph }) => isParagraph)
    .flatMap(({ start, end }) => {
      const edits: DialectEdit[] = [];
      const last = text.slice(start, end).trimEnd().length + start;
      for (let at = text.indexOf("\n", start); at >= 0 && at < last; at = text.indexOf("\n", at + 1)) {
        const before = text.slice(Math.max(start, at - 2), at);
        // The line that says what sort of box it is must have nothing else.
        const isMark = /\[![A-Z]+\]$/.test(text.slice(Math.max(start, at - 20), at));
        const isTag = /[<>]\s*$/.test(before) || /^\s*</.test(text.slice(at + 1, at + 20));
        if (/ {2}$|\\$/.test(before) || isMark || isTag || scene.partAt(at) !== "prose") continue;
        edits.push({ start: at, end: at, text: "  " });
      }
      return edits;
    });
}
