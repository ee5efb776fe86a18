import { createHash } from "node:crypto";
import type {
  ConvertedItem,
  Counts,
  ImportSource,
  ItemRecord,
  OutputFile,
  SourceRest,
} from "../../src/importers/import-source.ts";
import { toEntryText } from "../../src/importers/entry-text.ts";

export type FakeItem = Omit<ConvertedItem, "record"> & { readonly record: ItemRecord };

/** An item of a blog, and what is not usual about it. */
export function fakeItem(key: string, changes: Partial<ItemRecord> = {}, own: Partial<ConvertedItem> = {}): FakeItem {
  const path = `posts/2012/${key}.md`;
  const title = `The post ${key}`;
  return {
    record: {
      key,
      type: "post",
      status: "publish",
      title,
      outcome: { kind: "written", path },
      urls: [{ from: `/?p=${key}`, outcome: "redirect", to: `/posts/${key}/` }],
      comments: [],
      media: [],
      findings: [],
      ...changes,
    },
    files: [{ path, content: toEntryText({ title, date: "2012-05-01" }, `Text of ${key}.`) }],
    raw: { name: `${key}.html`, text: `<p>Text of ${key}.</p>` },
    ...own,
  };
}

/** The same post with another text. */
export function withText(item: FakeItem, text: string): FakeItem {
  const files = item.files.map(({ path }) => ({
    path,
    content: toEntryText({ title: "x", date: "2012-05-01" }, text),
  }));
  return { ...item, files };
}

type FakeOptions = {
  readonly rest?: Partial<SourceRest>;
  readonly expected?: Partial<ImportSource["expected"]>;
  readonly onConvert?: (key: string) => void;
};

/** A source whose items are known, as a survey and a conversion would give them. */
export function fakeSource(items: readonly FakeItem[], options: FakeOptions = {}): ImportSource {
  const { rest, expected, onConvert } = options;
  return {
    kind: "wordpress",
    expected: {
      items: countBy(items.map(({ record }) => `${record.type} ${record.status}`)),
      comments: countBy(
        items.flatMap(({ record }) => record.comments.map(({ type, approved }) => `${type} ${approved}`)),
      ),
      ...expected,
    },
    async *items() {
      for (const item of items) {
        const { key } = item.record;
        const convert = async (): Promise<ConvertedItem> => {
          onConvert?.(key);
          return item;
        };
        yield { key, input: createHash("sha256").update(JSON.stringify(item)).digest("hex"), convert };
      }
    },
    finish: async () => ({ files: [settings], urls: [], media: [], findings: [], ...rest }),
  };
}

const settings: OutputFile = { path: "_data/site.ts", content: 'export default {\n  title: "Tea",\n};\n' };

function countBy(names: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
