import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { startEmulator } from "../../emulator/start-emulator.ts";
import type { Emulator } from "../../emulator/emulator.ts";
import { withEmulator } from "./ask.ts";

async function get(emulator: Emulator, path: string, query: Record<string, string>) {
  const response = await fetch(`${emulator.giscusHost}${path}?${new URLSearchParams(query)}`);
  return { status: response.status, body: await response.json() };
}

const repo = "klatsch/emulated";

function begin({ control: { store }, categoryId }: Emulator, title: string, body: string): number {
  return store.addDiscussion({ title, body, author: "ada", categoryId }).number;
}

describe("the API of giscus", () => {
  test("names the ids of a repository without a token", async () => {
    const emulator = await withEmulator();
    const { status, body } = await get(emulator, "/api/discussions/categories", { repo });
    expect([status, body]).toMatchObject([
      200,
      { repositoryId: emulator.repoId, categories: [{}, { id: emulator.categoryId }, {}] },
    ]);
    expect(await get(emulator, "/api/discussions/categories", { repo: "a/b" })).toMatchObject({
      status: 403,
      body: { error: "giscus is not installed on this repository" },
    });
  });

  test("finds a discussion by its number, strictly by the hash of a term, and loosely by its title", async () => {
    const emulator = await withEmulator();
    const number = begin(
      emulator,
      "Welcome to giscus! And more",
      "<!-- sha1: cad60a29d1b50cbeb42ec2ff630fc508afb1d2e3 -->",
    );
    emulator.control.store.addComment(number, { author: "alan", body: "One" });
    emulator.control.store.addComment(number, { author: null, body: "Two", replyTo: 1 });
    const found = { status: 200, body: { viewer: null, discussion: { totalCommentCount: 1, totalReplyCount: 1 } } };
    expect(await get(emulator, "/api/discussions", { repo, number: String(number) })).toMatchObject(found);
    expect(
      await get(emulator, "/api/discussions", { repo, term: "Welcome to giscus!", strict: "true", number: "0" }),
    ).toMatchObject(found);
    expect(await get(emulator, "/api/discussions", { repo, term: "Welcome" })).toMatchObject(found);
    expect(await get(emulator, "/api/discussions", { repo, term: "Welcome", strict: "true" })).toMatchObject({
      status: 404,
      body: { error: "Discussion not found" },
    });
    expect((await get(emulator, "/api/discussions", { repo, number: "99" })).status).toBe(500);
    const { body } = await get(emulator, "/api/discussions", { repo, number: String(number) });
    expect(body).toMatchObject({
      discussion: {
        comments: [{ author: { login: "alan" }, replyCount: 1, replies: [{ author: { login: "ghost" } }] }],
      },
    });
  });

  test("exchanges a session for a token until it expires", async () => {
    const emulator = await withEmulator();
    const exchange = async (session: string) => {
      const body = JSON.stringify({ session });
      const response = await fetch(`${emulator.url}/api/oauth/token`, { method: "POST", body });
      return { status: response.status, body: await response.json() };
    };
    const session = emulator.control.signIn("ada");
    expect(await exchange(session)).toMatchObject({ status: 200, body: { token: expect.stringMatching(/^ghu_/) } });
    emulator.control.expireSessions();
    expect(await exchange(session)).toEqual({ status: 400, body: { error: "State has expired." } });
  });
});

describe("the widget", () => {
  const open = async (emulator: Emulator) =>
    fetch(`${emulator.url}/de/widget?origin=${encodeURIComponent("https://blog.example/a/")}&theme="><script>`, {
      redirect: "manual",
    });

  test("may be framed by all, or by those alone who are listed", async () => {
    const emulator = await withEmulator();
    expect((await open(emulator)).headers.get("content-security-policy")).toContain("frame-ancestors *");
    emulator.control.allow("https://blog.example");
    expect((await open(emulator)).headers.get("content-security-policy")).toContain(
      "frame-ancestors 'self' https://blog.example",
    );
    emulator.control.allow("https://other.example");
    const refused = await open(emulator);
    expect([refused.status, refused.headers.get("content-security-policy")]).toEqual([307, "frame-ancestors 'none'"]);
  });

  test("writes nothing of its address into its page unescaped", async () => {
    expect(await (await open(await withEmulator())).text()).not.toContain('"><script>');
  });
});

test("a user's picture is a PNG of the size that was asked for", async () => {
  const emulator = await withEmulator();
  const bytes = Buffer.from(await (await fetch(`${emulator.url}/avatars/ada?s=64`)).arrayBuffer());
  expect([bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16), bytes.length < 3000]).toEqual(["PNG", 64, true]);
});

test("what was said outlives the process, in a folder", async () => {
  const folder = temporaryFolder();
  const first = await startEmulator({ folder });
  const number = begin(first, "posts/tea", "");
  first.control.store.addComment(number, { author: "ada", body: "Stay" });
  first.control.store.removeDiscussion(begin(first, "posts/gone", ""));
  await first.close();
  const second = await withEmulator({ folder });
  expect(second.control.store.numbers()).toEqual([number]);
  expect(second.control.store.discussion(number)?.comments[0]?.body).toBe("Stay");
  expect(begin(second, "posts/next", "")).toBe(3);
});
