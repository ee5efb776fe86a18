import { createHash } from "node:crypto";
import type { BlogPlan } from "./plan/blog-plan.ts";
import type { WxrItem } from "./wxr.ts";

/** Goes up when the same source comes out otherwise, so that a new version of the engine converts it anew. */
const converterVersion = 1;

export type HashedOptions = {
  readonly uploads?: string | undefined;
  readonly download: boolean;
};

/** What every item depends on beside itself: where all others are. */
export function hashPlan(
  { entries, attachments, settings, terms, authors, redirects, blocks }: BlogPlan,
  options: HashedOptions,
): string {
  const hash = createHash("sha256");
  const add = (value: unknown): void => void hash.update(`${JSON.stringify(value)}\n`);
  add([converterVersion, options.uploads ?? "", options.download, settings, authors]);
  for (const { name, url } of terms) add([name, url]);
  for (const { path, url, id, aliases, language } of entries.values()) add([path, url, id, aliases, language]);
  for (const [key, { attachment }] of attachments) add([key, attachment]);
  for (const redirect of redirects) add(redirect);
  for (const block of blocks) add(block);
  return hash.digest("hex");
}

export function hashItem(item: WxrItem, context: string): string {
  // Where it stands in the export changes with every export.
  const { line: _, file: __, ...content } = item;
  return createHash("sha256").update(context).update(JSON.stringify(content)).digest("hex");
}
