import type { OutputFile } from "../import-source.ts";
import { toHash, type BlogFiles } from "./blog-files.ts";
import type { FileState } from "./journal-line.ts";
import type { Journal } from "./journal.ts";
import { toBesidePath } from "./output-path.ts";

export type PlannedWrite = { readonly path: string; readonly bytes: Uint8Array; readonly hash: string };

/** What becomes of one file of the new blog: what is remembered of it, and what must be written, if anything. */
export type Decision = { readonly state: FileState; readonly write?: PlannedWrite };

export type DecisionContext = {
  readonly key: string;
  readonly files: BlogFiles;
  readonly journal: Journal;
  /** Whether a file that the import did not write may be replaced: an untouched one of the sample blog. */
  readonly mayReplace: (path: string, hash: string) => boolean;
};

/**
 * Absent: written; the same: nothing; unchanged since we wrote it: replaced. What the owner has removed stays removed,
 * and what the owner has edited stays as it is, with the new text beside it.
 */
export function decideFile({ path, content }: OutputFile, context: DecisionContext): Decision {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const hash = toHash(bytes);
  const { key, files, journal } = context;
  const write = { path, bytes, hash };
  const owner = journal.ownerOf(path);
  const before = owner?.state;
  const found = files.look(path);
  if (found.kind === "absent") {
    const isRemoved = owner?.key === key && owner.state.hash !== null;
    return isRemoved ? { state: { path, hash } } : { state: { path, hash }, write };
  }
  if (found.kind === "file") {
    if (found.hash === hash) return { state: { path, hash } };
    if (isReplaceable(path, found.hash, before?.hash, context)) return { state: { path, hash }, write };
  }
  return decideBeside(write, before, context);
}

function decideBeside(wanted: PlannedWrite, before: FileState | undefined, context: DecisionContext): Decision {
  const path = toBesidePath(wanted.path);
  const state = { path: wanted.path, hash: before?.hash ?? null, beside: wanted.hash };
  const write = { ...wanted, path };
  const found = context.files.look(path);
  // Whoever has taken over what is new removes it: it need not come again.
  if (found.kind === "absent") return before?.beside === wanted.hash ? { state } : { state, write };
  if (found.kind !== "file" || found.hash === wanted.hash) return { state };
  return isReplaceable(path, found.hash, before?.beside, context) ? { state, write } : { state };
}

function isReplaceable(
  path: string,
  found: string,
  known: string | null | undefined,
  { journal, mayReplace }: DecisionContext,
): boolean {
  return found === known || journal.isIntended(path, found) || mayReplace(path, found);
}

/** Whether all is as the journal says, so that the item need not be converted again. */
export function stands(states: readonly FileState[], files: BlogFiles): boolean {
  return states.every(({ path, hash, beside, isLeft }) => {
    if (isLeft) return true;
    const found = files.look(path);
    if (found.kind === "absent") return hash !== null;
    if (beside === undefined) return found.kind === "file" && found.hash === hash;
    // Back to what we wrote, or on to what stands beside it: then there is nothing to keep any more.
    return found.kind === "other" || (found.hash !== hash && found.hash !== beside);
  });
}
