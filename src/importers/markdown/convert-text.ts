import { readFlag, readPath, readText } from "./front/front-values.ts";
import type { Finding } from "../finding.ts";
import type { MediaRow } from "../import-source.ts";
import type { EntryValues } from "../entry-values.ts";
import type { TextRules } from "./generator.ts";
import { toLinkEdits } from "./links/link-edits.ts";
import { resolveAddress, type LinkContext } from "./links/resolve-address.ts";
import type { PlannedEntry } from "./plan/planned-entry.ts";
import { inside, readImage } from "./survey/read-entry-values.ts";
import { mathKeys } from "./survey/entry-keys.ts";
import type { TemplateContext, Translated } from "./templates/template-context.ts";
import { translateHexo } from "./templates/translate-hexo.ts";
import { translateHugo } from "./templates/translate-hugo.ts";
import { translateLiquid } from "./templates/translate-liquid.ts";
import { translateZola } from "./templates/translate-zola.ts";
import { toDialectEdits } from "./text/dialect-edits.ts";
import { applyEdits } from "./text/edits.ts";
import { findLostHtml } from "./text/find-lost-html.ts";
import { toTextScene } from "./text/text-scene.ts";

export type ConvertedText = {
  readonly markdown: string;
  readonly values: EntryValues;
  readonly findings: readonly Finding[];
  readonly media: readonly MediaRow[];
  /** Files of the old site that it needs. */
  readonly files: readonly string[];
};

const translators: Readonly<Record<TextRules["templates"], (text: string, context: TemplateContext) => Translated>> = {
  liquid: translateLiquid,
  hexo: translateHexo,
  hugo: translateHugo,
  zola: translateZola,
};

/** A text as the new blog has it: the author's own, but for tags, a few signs and addresses. */
export function convertText(entry: PlannedEntry, links: LinkContext, context: TemplateContext): ConvertedText {
  const { front, titleLines, place, data } = entry.source;
  const rules = links.site.text;
  const body = front.body.split("\n").slice(titleLines).join("\n");
  const translated = translators[rules.templates](body, context);
  const hasMath = rules.hasMath || inside(mathKeys).some((path) => readFlag(readPath(data, path)) === true);
  const excerptSeparator = readText(data.excerpt_separator) ?? rules.excerptSeparator;
  const isMdx = place.path.endsWith("x");
  const dialect = toDialectEdits(translated.text, toTextScene(translated.text), {
    ...rules,
    hasMath,
    excerptSeparator,
    isMdx,
  });
  const edited = applyEdits(translated.text, dialect.edits);
  const scene = toTextScene(edited.text);
  const linked = toLinkEdits(edited.text, scene, entry, links);
  const image = toImage(entry, links);
  const toLine = (line: number): number => line + front.bodyLine - 1 + titleLines;
  return {
    markdown: applyEdits(edited.text, linked.edits).text,
    values: {
      ...entry.values,
      ...(dialect.hasToc && { toc: entry.values.toc ?? true }),
      ...(image && { image: image.image }),
    },
    findings: [
      ...shift(translated.findings, toLine),
      ...shift(dialect.findings, (line) => toLine(translated.toSourceLine(line))),
      ...shift([...linked.findings, ...findLostHtml(edited.text, scene)], (line) =>
        toLine(translated.toSourceLine(edited.toSourceLine(line))),
      ),
      ...(image?.findings ?? []),
    ],
    media: [...linked.media, ...(image?.media ?? [])],
    files: [...linked.files, ...(image?.files ?? [])],
  };
}

function shift(findings: readonly Finding[], toLine: (line: number) => number): Finding[] {
  return findings.map((finding) => ({ ...finding, ...(finding.line !== undefined && { line: toLine(finding.line) }) }));
}

/** The picture of the front matter. */
function toImage(entry: PlannedEntry, links: LinkContext) {
  const image = readImage(entry.source.data);
  if (!image) return undefined;
  const resolved = resolveAddress(image.src, entry, links);
  if (resolved.kind === "file") {
    return { image: { ...image, src: resolved.address }, findings: [], media: [], files: [resolved.file] };
  }
  const isRemote = resolved.kind === "remote";
  const note = isRemote ? "The picture is on another host." : "The picture is not in the folder.";
  const finding: Finding = { kind: "image", found: image.src, outcome: "left as it was", note };
  const reason = isRemote ? "it is on another host" : "it is not in the folder";
  const row: MediaRow = { from: image.src, outcome: isRemote ? "left" : "failed", reason };
  return { image, findings: [finding], media: [row], files: [] };
}
