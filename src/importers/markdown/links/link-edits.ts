import { decodePath } from "../../../lib/permalink.ts";
import { show } from "../../../lib/show.ts";
import type { Finding } from "../../finding.ts";
import type { MediaRow } from "../../import-source.ts";
import type { PlannedEntry } from "../plan/planned-entry.ts";
import { createLineFinder, type Edit } from "../text/edits.ts";
import { findLinks, type FoundLink } from "../text/find-links.ts";
import { escapeChar } from "../text/markdown-pieces.ts";
import type { TextScene } from "../text/text-scene.ts";
import { resolveAddress, type LinkContext, type Resolved } from "./resolve-address.ts";

export type LinkEdits = {
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
  readonly media: readonly MediaRow[];
  /** Files of the old site that the text needs, by their paths there. */
  readonly files: readonly string[];
};

/** Every address of a text, as the new blog has it; what leads nowhere stays, and is named once. */
export function toLinkEdits(text: string, scene: TextScene, entry: PlannedEntry, context: LinkContext): LinkEdits {
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  const media = new Map<string, MediaRow>();
  const files = new Set<string>();
  const told = new Set<string>();
  const lineAt = createLineFinder(text);
  for (const link of findLinks(text, scene)) {
    const written = link.form === "quoted" ? link.address.replaceAll("&amp;", "&") : link.address;
    // A tag that nobody knows is reported as such.
    if (/\{[{%]/.test(written)) continue;
    const resolved = resolveAddress(unescape(written, link), entry, context);
    if (resolved.kind === "file") files.add(resolved.file);
    const row = toRow(link, resolved);
    if (row) media.set(row.from, row);
    if (resolved.kind === "missing" && !told.has(link.address)) {
      told.add(link.address);
      findings.push(missing(link, lineAt(link.start)));
    }
    const edit = toEdit(link, resolved);
    if (edit) edits.push(edit);
  }
  return { edits, findings, media: [...media.values()], files: [...files] };
}

function unescape(address: string, { form }: FoundLink): string {
  return form === "quoted" ? address : address.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

function toEdit({ start, end, address, form }: FoundLink, resolved: Resolved): Edit | undefined {
  if (resolved.kind !== "entry" && resolved.kind !== "file" && resolved.kind !== "place") return undefined;
  const [path = ""] = address.split(/[?#]/);
  if (isSame(path, resolved.address) && address.endsWith(resolved.rest)) return undefined;
  const whole = resolved.address + resolved.rest;
  // Brackets would end a bare address, and a blank too.
  const text = form === "bare" ? whole.replace(/[\s()<>]/g, escapeChar) : whole.replace(/["'<>\s]/g, escapeChar);
  return { start, end, text };
}

/** `a.png` and `./a.png` are one; so are `/café/` and `/caf%C3%A9/`. */
function isSame(written: string, address: string): boolean {
  const bare = (path: string): string => decodePath(path).replace(/^(?:\.\/)+/, "");
  return bare(written) === bare(address) && written.startsWith("/") === address.startsWith("/");
}

const pictures = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|ico|mp4|webm|mp3|ogg|pdf)$/i;

function toRow({ kind, address }: FoundLink, { kind: outcome }: Resolved): MediaRow | undefined {
  const [path = ""] = address.split(/[?#]/);
  if (kind !== "image" && !pictures.test(path)) return undefined;
  if (outcome === "missing") return { from: address, outcome: "failed", reason: "it is not in the folder" };
  if (outcome !== "remote" || kind !== "image") return undefined;
  return {
    from: address,
    outcome: "left",
    reason: "it is on another host; the new blog shows it once `imageHosts` names that host",
  };
}

function missing({ kind, address }: FoundLink, line: number): Finding {
  const isImage = kind === "image";
  const note = isImage ? "The file is not in the folder." : "It leads to nothing that is in the folder.";
  return { kind: isImage ? "image" : "link", found: show(address), outcome: "left as it was", line, note };
}
