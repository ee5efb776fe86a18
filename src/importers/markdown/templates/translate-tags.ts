import { show } from "../../../lib/show.ts";
import type { Finding } from "../../finding.ts";
import { applyEdits, createLineFinder, type Edit } from "../text/edits.ts";
import type { TagToken } from "./tag-token.ts";
import type { TagResult, Translated } from "./template-context.ts";

/** What stands between a tag and its end; undefined where there is no end. */
export type TagBody = {
  /** As it is written. */
  readonly raw: string | undefined;
  /** With its own tags translated. */
  readonly read: () => string | undefined;
};

export type TagRules = {
  readonly tokens: readonly TagToken[];
  readonly handle: (token: TagToken, body: TagBody) => TagResult;
  /** Tags that are only markers and go without a word, such as `{% raw %}`. */
  readonly isSilent?: (token: TagToken) => boolean;
  readonly kind?: Finding["kind"];
};

type Node = { readonly token: TagToken; readonly close?: TagToken; readonly children: readonly Node[] };

/** Puts what each tag means in its place; what nobody knows stays as text, and is reported. */
export function translateTags(text: string, rules: TagRules): Translated {
  const findings: Finding[] = [];
  const lineAt = createLineFinder(text);
  const report = ({ start, end }: TagToken, outcome: Finding["outcome"], note?: string): void => {
    const found = show(text.slice(start, Math.min(end, start + 200)));
    findings.push({
      kind: rules.kind ?? "template",
      found,
      outcome,
      line: lineAt(start),
      ...(note !== undefined && { note }),
    });
  };
  const edits = toEdits(text, pairUp(rules.tokens), { rules, report, base: 0 });
  return { ...applyEdits(text, edits), findings };
}

type Job = {
  readonly rules: TagRules;
  readonly report: (token: TagToken, outcome: Finding["outcome"], note?: string) => void;
  /** Where `text` begins in the whole. */
  readonly base: number;
};

const deepest = 40;

function toEdits(text: string, nodes: readonly Node[], job: Job, depth = 0): Edit[] {
  return nodes.flatMap((node): Edit[] => {
    const { token, close, children } = node;
    const { start } = token;
    const end = close?.end ?? token.end;
    const inner = depth < deepest ? children : [];
    if (token.kind === "escaped")
      return [{ start: start - job.base, end: token.end - job.base, text: token.shown ?? "" }];
    const indent = findIndent(text, start - job.base);
    const result = job.rules.handle(token, toBody(text, { node, inner, indent, job, depth }));
    if (result !== undefined) {
      if (!job.rules.isSilent?.(token)) job.report(token, "translated", result.note);
      const isBlock = result.text.includes("\n");
      const replacement = isBlock ? result.text.replaceAll("\n", `\n${indent}`) : result.text;
      return [{ start: start - job.base, end: end - job.base, text: replacement }];
    }
    job.report(token, "kept as text", "The new blog does not know this tag.");
    return toEdits(text, inner, job, depth + 1);
  });
}

type BodyInput = {
  readonly node: Node;
  readonly inner: readonly Node[];
  readonly indent: string;
  readonly job: Job;
  readonly depth: number;
};

/** Without the blanks that the tag itself stands behind. */
function toBody(text: string, { node, inner, indent, job, depth }: BodyInput): TagBody {
  const { token, close } = node;
  const range = token.verbatim ?? (close && { start: token.end, end: close.start });
  if (!range) return { raw: undefined, read: () => undefined };
  const raw = text.slice(range.start - job.base, range.end - job.base);
  const unindent = (body: string): string => (indent === "" ? body : body.replaceAll(`\n${indent}`, "\n"));
  const read = (): string => {
    const edits = token.verbatim ? [] : toEdits(raw, inner, { ...job, base: range.start }, depth + 1);
    return unindent(applyEdits(raw, edits).text);
  };
  return { raw, read };
}

const widest = 200;

/** Blanks at the beginning of the line, where nothing else stands in front of the tag. */
function findIndent(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - widest), start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return line.length < widest && /^[ \t>]*$/.test(line) ? line : "";
}

/** A tag and its end, with what stands between them; an end without a beginning is nothing. */
function pairUp(tokens: readonly TagToken[]): Node[] {
  const partners = findPartners(tokens);
  const root: Node[] = [];
  const open: { node: { token: TagToken; close?: TagToken; children: Node[] }; end: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    while (open.length > 0 && index > (open.at(-1)?.end ?? 0)) open.pop();
    if (token.kind === "close") continue;
    const end = partners.get(index);
    const close = end === undefined ? undefined : tokens[end];
    const children: Node[] = [];
    const node = close ? { token, close, children } : { token, children };
    (open.at(-1)?.node.children ?? root).push(node);
    if (end !== undefined) open.push({ node, end });
  }
  return root;
}

function findPartners(tokens: readonly TagToken[]): Map<number, number> {
  const waiting: { name: string; index: number }[] = [];
  const counts = new Map<string, number>();
  const partners = new Map<number, number>();
  for (const [index, { kind, name, isAlone, verbatim }] of tokens.entries()) {
    if (kind === "open" && !isAlone && !verbatim) {
      waiting.push({ name, index });
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    if (kind !== "close" || !counts.get(name)) continue;
    // What was opened later and never closed has no end; no pair crosses another.
    for (let last = waiting.pop(); last; last = waiting.pop()) {
      counts.set(last.name, (counts.get(last.name) ?? 1) - 1);
      if (last.name !== name) continue;
      partners.set(last.index, index);
      break;
    }
  }
  return partners;
}
