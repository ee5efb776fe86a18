import { describe, expect, test } from "vitest";
import { parseGiscus } from "../../src/comments/parse-giscus.ts";
import { formatProblem } from "../../src/lib/problem.ts";

const file = "_data/giscus.json";
const right = { repo: "ada/tea", repoId: "R_1", category: "Comments", categoryId: "DIC_1" };

function parse(value: unknown, host?: string) {
  const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
  const { settings, problems } = parseGiscus(
    { file, path: "giscus.json", bytes: new TextEncoder().encode(text) },
    host,
  );
  return { settings, lines: problems.map(formatProblem) };
}

describe("giscus.json", () => {
  test("may be missing", () => expect(parseGiscus(undefined, "https://x.example")).toEqual({ problems: [] }));

  test("is taken, with the usual host", () => {
    expect(parse(right)).toEqual({ settings: { ...right, host: "https://giscus.app" }, lines: [] });
  });

  test.each([
    ["https://giscus.example", "https://giscus.example"],
    ["https://giscus.example/", "https://giscus.example"],
    ["http://localhost:3000/", "http://localhost:3000"],
  ])("may name the host %s, and so may the environment", (host, origin) => {
    expect(parse({ ...right, host }).settings?.host).toBe(origin);
    expect(parse({ ...right, host: "https://other.example" }, host).settings?.host).toBe(origin);
  });

  test("takes an empty variable of the environment for none", () => {
    expect(parse(right, "").settings?.host).toBe("https://giscus.app");
  });

  const address = 'Write its address alone: `"host": "https://giscus.app"`.';
  test.each([
    [{ repo: "tea" }, '2:11: `repo` is no repository (found tea). Write `"repo": "owner/name"`.'],
    [
      { repo: "https://github.com/ada/tea" },
      '2:11: `repo` is no repository (found https://github.com/ada/tea). Write `"repo": "owner/name"`.',
    ],
    [{ repoId: 5 }, '3:13: `repoId` must be text (found 5). Write `"repoId": "some text"`.'],
    [{ host: "giscus.app" }, `6:11: \`host\` is no address of a giscus server (found giscus.app). ${address}`],
    [{ host: "https://[bad" }, `6:11: \`host\` is no address of a giscus server (found https://[bad). ${address}`],
    [
      { host: "https://giscus.app/en" },
      `6:11: \`host\` is no address of a giscus server (found https://giscus.app/en). ${address}`,
    ],
    [
      { host: "https://giscus.app?x" },
      `6:11: \`host\` is no address of a giscus server (found https://giscus.app?x). ${address}`,
    ],
    [{ hsot: "x" }, "6:3: warning: unknown key (found `hsot`). Did you mean `host`?"],
  ])("that is wrong is told of where it stands: %j", (wrong, line) => {
    expect(parse({ ...right, ...wrong }).lines).toEqual([`${file}:${line}`]);
  });

  test("reports every key that it lacks", () => {
    const remedy = "Run `npm run setup -- owner/name`, which writes this file.";
    expect(parse({ repo: "ada/tea", category: "" })).toEqual({
      lines: [
        `${file}:1:1: \`repoId\` is missing. ${remedy}`,
        `${file}:3:3: \`category\` is missing. ${remedy}`,
        `${file}:1:1: \`categoryId\` is missing. ${remedy}`,
      ],
    });
  });

  test.each(["", "[]", "{", "null"])("that is no object is refused: %j", (text) => {
    expect(parse(text).settings).toBeUndefined();
    expect(parse(text).lines).toHaveLength(1);
  });
});

test("a wrong host in the environment is told of by its name", () => {
  const { settings, lines } = parse(right, "https://giscus.app/en");
  expect(settings).toEqual({ ...right, host: "https://giscus.app" });
  expect(lines).toEqual([
    `${file}:1:1: the environment's \`GISCUS_HOST\` is no address of a giscus server (found https://giscus.app/en). Set it to an address alone, such as \`https://giscus.app\`, or unset it.`,
  ]);
});
