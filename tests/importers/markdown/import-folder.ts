import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ItemRecord, SourceRest } from "../../../src/importers/import-source.ts";
import type { MarkdownFolderOptions } from "../../../src/importers/markdown/folder-plan.ts";
import { openMarkdownFolder } from "../../../src/importers/markdown/open-markdown-folder.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

export type Imported = {
  /** Text, or bytes as hexadecimal digits, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly records: Readonly<Record<string, ItemRecord>>;
  readonly rest: SourceRest;
  readonly expected: Readonly<Record<string, number>>;
  readonly raws: readonly string[];
};

type Content = string | Uint8Array;

/** Writes a site into a folder and imports it, without writing a blog. */
export async function importSite(
  site: Readonly<Record<string, Content>>,
  options: Partial<MarkdownFolderOptions> & { readonly below?: string } = {},
): Promise<Imported> {
  return importFolder(join(makeSite(site), options.below ?? ""), options);
}

export function makeSite(site: Readonly<Record<string, Content>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(site)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

export async function importFolder(folder: string, options: Partial<MarkdownFolderOptions> = {}): Promise<Imported> {
  const source = await openMarkdownFolder(folder, { into: "/nowhere", ...options });
  const files: Record<string, string> = {};
  const records: Record<string, ItemRecord> = {};
  const raws: string[] = [];
  const add = (path: string, content: Content): void => {
    if (path in files) throw new Error(`Two files are ${path}.`);
    files[path] = typeof content === "string" ? content : Buffer.from(content).toString("hex");
  };
  for await (const item of source.items()) {
    const { record, files: own, raw } = await item.convert();
    records[record.key] = record;
    if (raw) raws.push(raw.name);
    for (const { path, content } of own) add(path, content);
  }
  const rest = await source.finish();
  for (const { path, content } of rest.files) add(path, content);
  return { files, records, rest, expected: source.expected.items, raws };
}

/** How many records there are of each type and status. */
export function countRecords({ records }: Imported): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type, status } of Object.values(records)) {
    counts[`${type} ${status}`] = (counts[`${type} ${status}`] ?? 0) + 1;
  }
  return counts;
}
