import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ImportError } from "../../src/importers/import-error.ts";
import { importBlog, readBlog } from "../importers/wordpress/import-blog.ts";
import { createRandom } from "../support/random.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const fixture = join(import.meta.dirname, "../importers/wordpress/fixtures/traps.xml");
const traps = readFileSync(fixture, "utf8");

/** Stands in all that is private, and nowhere else. */
const secret = /kumquat/i;

type Outcome = {
  /** The sentence with which it was refused. */
  readonly refusal?: string;
  /** Files of the blog with something private in their name or text. */
  readonly leaks: readonly string[];
  /** All that lies beside the blog's folder, up to three steps above it. */
  readonly beside: readonly string[];
  readonly isThere: boolean;
};

/** Imports a text in a folder of its own. */
async function importText(text: string | Uint8Array): Promise<Outcome> {
  const root = temporaryFolder();
  const into = join(root, "a/b/blog");
  mkdirSync(join(root, "a/b"), { recursive: true });
  writeFileSync(join(root, "export.xml"), text);
  const refusal = await importBlog([join(root, "export.xml")], into).then(() => undefined, toSentence);
  const isThere = existsSync(into);
  const blog = isThere ? [...readBlog(into)] : [];
  const leaks = blog.filter(([path, bytes]) => secret.test(path) || secret.test(bytes.toString("latin1")));
  const beside = ["", "a", "a/b"].flatMap((folder) => readdirSync(join(root, folder)));
  rmSync(root, { recursive: true, force: true });
  return { ...(refusal !== undefined && { refusal }), leaks: leaks.map(([path]) => path), beside, isThere };
}

function toSentence(error: unknown): string {
  if (error instanceof ImportError) return error.message;
  throw error;
}

function expectSafe({ refusal = "A sentence of some length.", leaks, beside, isThere }: Outcome): void {
  expect(refusal).toMatch(/^[^\n]{20,}$/);
  expect(leaks).toEqual([]);
  expect(beside.filter((name) => name !== "blog").toSorted()).toEqual(["a", "b", "export.xml"]);
  expect(beside.includes("blog")).toBe(isThere);
}

test("an export cut at any kilobyte is refused in a sentence, and nothing is written", async () => {
  const bytes = Buffer.from(traps);
  for (let end = 0; end < bytes.length - 20; end += 1000) {
    const outcome = await importText(bytes.subarray(0, end));
    expect([end, typeof outcome.refusal, outcome.isThere]).toEqual([end, "string", false]);
    expectSafe(outcome);
  }
});

test("an export with changed bytes is imported or refused, and gives nothing private away", async () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = createRandom(seed);
    const bytes = Buffer.from(traps);
    for (let flips = 1 + (seed % 3); flips > 0; flips--) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
    expectSafe(await importText(bytes));
  }
});

test("an export with its elements in another order, or twice, gives nothing private away", async () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = createRandom(seed);
    const shuffled = traps.replace(/<item>([^]*?)<\/item>/g, (_, item: string) => {
      const parts = item.split(/\n(?=\t\t<(?!\/))/);
      const own = parts.slice(1).map((part) => part.trimEnd());
      const twice = seed % 2 === 0 ? [...own, own[Math.floor(random() * own.length)] ?? ""] : own;
      const order = twice.map((part) => ({ part, at: random() })).toSorted((a, b) => a.at - b.at);
      return `<item>\n${order.map(({ part }) => part).join("\n")}\n</item>`;
    });
    expect(shuffled).not.toBe(traps);
    expectSafe(await importText(shuffled));
  }
});
