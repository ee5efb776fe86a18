import { z } from "zod";
import type { ItemRecord, SourceRest } from "../import-source.ts";

/** What the import knows of a file that it has written or wanted to write. */
const fileStateSchema = z.object({
  path: z.string(),
  /** SHA-256 of what it wrote there last; null for a file that has always been the owner's. */
  hash: z.string().nullable(),
  /** SHA-256 of the new text that stands beside the owner's. */
  beside: z.string().optional(),
  /** It is the item's no more, but edited: the owner may want it. */
  isLeft: z.literal(true).optional(),
});

export type FileState = z.infer<typeof fileStateSchema>;

const findingSchema = z.object({
  kind: z.enum([
    ...(["shortcode", "block", "html", "embed", "link", "image", "media", "words", "date", "url"] as const),
    ...([
      "term",
      "author",
      "menu",
      "meta",
      "comment",
      "template",
      "front-matter",
      "setting",
      "source",
      "file",
    ] as const),
  ]),
  found: z.string(),
  outcome: z.enum([
    ...(["kept as HTML", "kept as text", "translated", "repaired"] as const),
    ...(["changed", "moved", "dropped", "left as it was"] as const),
  ]),
  line: z.number().optional(),
  note: z.string().optional(),
});

const urlSchema = z.union([
  z.object({ from: z.string(), outcome: z.enum(["same", "redirect"]), to: z.string() }),
  z.object({ from: z.string(), outcome: z.literal("gone"), reason: z.string() }),
]);

const commentFields = { id: z.string(), type: z.string(), approved: z.string() };

const commentSchema = z.union([
  z.object({
    ...commentFields,
    outcome: z.enum(["shown", "ping"]),
    thread: z.string(),
    parent: z.string().optional(),
    depth: z.number(),
    isOrphan: z.literal(true).optional(),
  }),
  z.object({ ...commentFields, outcome: z.literal("dropped"), reason: z.string() }),
]);

const mediaSchema = z.union([
  z.object({
    from: z.string(),
    outcome: z.enum(["copied", "downloaded"]),
    path: z.string(),
    bytes: z.number(),
    hash: z.string(),
  }),
  z.object({ from: z.string(), outcome: z.enum(["failed", "left"]), reason: z.string() }),
]);

const recordSchema = z.object({
  key: z.string(),
  type: z.string(),
  status: z.string(),
  title: z.string().optional(),
  outcome: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("written"), path: z.string(), isDraft: z.literal(true).optional() }),
    z.object({ kind: z.literal("used"), as: z.string() }),
    z.object({ kind: z.literal("skipped"), reason: z.string() }),
  ]),
  urls: z.array(urlSchema),
  comments: z.array(commentSchema),
  media: z.array(mediaSchema),
  findings: z.array(findingSchema),
});

const restSchema = z.object({
  urls: z.array(urlSchema),
  media: z.array(mediaSchema),
  findings: z.array(findingSchema),
});

const itemLineSchema = z.object({
  key: z.string(),
  input: z.string(),
  files: z.array(fileStateSchema),
  /** Name of its source in `.import/raw/`. */
  raw: z.string().optional(),
  record: recordSchema.optional(),
  rest: restSchema.optional(),
});

/** What is about to be written: after a kill, it is ours and not the owner's. */
const intentLineSchema = z.object({ intent: z.array(z.tuple([z.string(), z.string()])) });

export type ItemLine = Omit<z.infer<typeof itemLineSchema>, "record" | "rest"> & {
  readonly record?: ItemRecord | undefined;
  readonly rest?: Omit<SourceRest, "files"> | undefined;
};
export type IntentLine = z.infer<typeof intentLineSchema>;

const lineSchema = z.union([itemLineSchema, intentLineSchema]);

/** Undefined for a line that a kill has cut short, or that another release wrote: as good as none. */
export function parseJournalLine(text: string): ItemLine | IntentLine | undefined {
  try {
    const line = lineSchema.safeParse(JSON.parse(text));
    return line.success ? line.data : undefined;
  } catch {
    return undefined;
  }
}

export function formatJournalLine(line: ItemLine | IntentLine): string {
  return `${JSON.stringify(line)}\n`;
}
