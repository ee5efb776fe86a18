import { describe, expect, test } from "vitest";
import { planUpdate, type Choices } from "../../src/release/plan-update.ts";
import type { Base, LocalFile, Release } from "../../src/release/release.ts";

type Files = Readonly<Record<string, string>>;

type Case = {
  /** Undefined: nobody knows. */
  readonly installed?: Files;
  readonly release: Files;
  readonly local: Readonly<Record<string, string | LocalFile>>;
  /** What the engine had between the two. */
  readonly between?: Files;
  readonly choices?: Partial<Choices>;
  readonly executable?: readonly string[];
};

function plan({ installed, release, local, between = {}, choices = {}, executable = [] }: Case) {
  const toText = (content: Uint8Array) => Buffer.from(content).toString("utf8").replaceAll("\r\n", "\n");
  const isInstalled: Base["isInstalled"] = (path, content) => installed?.[path] === toText(content);
  const base: Base = {
    paths: installed && new Set(Object.keys(installed)),
    isInstalled,
    isKnown: (path, content) => isInstalled(path, content) || between[path] === toText(content),
    laterPaths: Object.keys(between),
    packages: [],
  };
  const files = Object.entries(release).map(
    ([path, text]) => [path, { content: Buffer.from(text), isExecutable: executable.includes(path) }] as const,
  );
  const result = planUpdate({
    release: {
      version: "2.0.0",
      name: "release",
      files: new Map(files),
      packageJson: { version: "2.0.0" },
    } satisfies Release,
    base,
    local: (path) => {
      const file = local[path];
      if (file === undefined) return { kind: "absent" };
      return typeof file === "string" ? { kind: "file", content: Buffer.from(file), isExecutable: false } : file;
    },
    choices: { keep: [], overwrite: [], ...choices },
  });
  return {
    writes: result.writes.map(({ path, kind }) => `${kind} ${path}`),
    removals: result.removals,
    conflicts: result.conflicts.map(({ path, reason }) => `${reason} ${path}`),
    kept: result.kept,
  };
}

const none = { writes: [], removals: [], conflicts: [], kept: [] };

describe("a file of the engine", () => {
  test.each<[string, Case, Partial<typeof none> | object]>([
    ["that is the same stays", { installed: { a: "1" }, release: { a: "1" }, local: { a: "1" } }, {}],
    ["that is new comes", { installed: {}, release: { a: "1" }, local: {} }, { writes: ["added a"] }],
    [
      "that changed is replaced",
      { installed: { a: "1" }, release: { a: "2" }, local: { a: "1" } },
      { writes: ["changed a"] },
    ],
    ["that is gone goes", { installed: { a: "1" }, release: {}, local: { a: "1" } }, { removals: ["a"] }],
    ["that is gone on both sides is gone", { installed: { a: "1" }, release: {}, local: {} }, {}],
    [
      "with the line ends of Windows is not changed",
      {
        installed: { a: "1\n", b: "1\n", c: "1\n" },
        release: { a: "1\n", b: "2\n" },
        local: { a: "1\r\n", b: "1\r\n", c: "1\r\n" },
      },
      { writes: ["changed b"], removals: ["c"] },
    ],
    [
      "that the owner changed stops",
      { installed: { a: "1" }, release: { a: "2" }, local: { a: "x" } },
      { conflicts: ["changed a"] },
    ],
    [
      "that the owner changed stops, though the release did not",
      { installed: { a: "1" }, release: { a: "1" }, local: { a: "x" } },
      { conflicts: ["changed a"] },
    ],
    [
      "that the owner changed as the release did does not",
      { installed: { a: "1" }, release: { a: "2" }, local: { a: "2" } },
      {},
    ],
    [
      "that the owner removed stops",
      { installed: { a: "1" }, release: { a: "2" }, local: {} },
      { conflicts: ["removed a"] },
    ],
    [
      "that the owner changed and the release removed stops",
      { installed: { a: "1" }, release: {}, local: { a: "x" } },
      { conflicts: ["gone a"] },
    ],
    [
      "that the owner made before the release did stops",
      { installed: {}, release: { a: "1" }, local: { a: "x" } },
      { conflicts: ["own a"] },
    ],
    [
      "that nobody knows comes, or stops where it differs",
      { release: { a: "1", b: "1", c: "1" }, local: { b: "1", c: "x", d: "x" } },
      { writes: ["added a"], conflicts: ["differs c"] },
    ],
    [
      "of a blog begun between two releases is not changed",
      { installed: { a: "1" }, between: { a: "1b", old: "1" }, release: { a: "2" }, local: { a: "1b", old: "1" } },
      { writes: ["changed a"], removals: ["old"] },
    ],
    [
      "that the engine once had is the owner's where the owner wrote something else there",
      { installed: {}, between: { old: "1" }, release: {}, local: { old: "mine" } },
      {},
    ],
    [
      "that must be executable becomes so",
      { installed: { a: "1" }, release: { a: "1" }, local: { a: "1" }, executable: ["a"] },
      { writes: ["changed a"] },
    ],
  ])("%s", (_name, given, expected) => {
    expect(plan(given)).toEqual({ ...none, ...expected });
  });
});

describe("what everybody words as they like", () => {
  const readme = "README.md";
  test.each<[string, Case, object]>([
    [
      "is replaced until the owner has",
      { installed: { [readme]: "1" }, release: { [readme]: "2" }, local: { [readme]: "1" } },
      { writes: [`changed ${readme}`] },
    ],
    [
      "is kept from then on, and that is said",
      { installed: { [readme]: "1" }, release: { [readme]: "2" }, local: { [readme]: "x" } },
      { kept: [readme] },
    ],
    [
      "is not spoken of when there is no news in it",
      { installed: { [readme]: "1" }, release: { [readme]: "1" }, local: { [readme]: "x" } },
      {},
    ],
    ["stays removed", { installed: { [readme]: "1" }, release: { [readme]: "2" }, local: {} }, {}],
    [
      "is kept though the release no longer has it",
      { installed: { [readme]: "1" }, release: {}, local: { [readme]: "x" } },
      {},
    ],
  ])("%s", (_name, given, expected) => {
    expect(plan(given)).toEqual({ ...none, ...expected });
  });
});

describe("the lock file", () => {
  const lock = "package-lock.json";
  test("is replaced whatever it holds, and stays away where the owner has none", () => {
    expect(plan({ installed: { [lock]: "1" }, release: { [lock]: "2" }, local: { [lock]: "x" } }).writes).toEqual([
      `changed ${lock}`,
    ]);
    expect(plan({ release: { [lock]: "2" }, local: { [lock]: "x" } }).writes).toEqual([`changed ${lock}`]);
    expect(plan({ installed: { [lock]: "1" }, release: { [lock]: "2" }, local: {} })).toEqual(none);
    expect(plan({ installed: {}, release: { [lock]: "2" }, local: {} })).toEqual(none);
  });
});

describe("what the owner decides", () => {
  const given: Case = {
    installed: { "a/1": "1", "a/2": "1", "a/3": "1", b: "1", old: "1" },
    release: { "a/1": "2", "a/2": "2", "a/3": "2", b: "2" },
    local: { "a/1": "x", "a/3": "1", b: "x", old: "x" },
  };

  test("is to overwrite a file or a folder", () => {
    expect(plan({ ...given, choices: { overwrite: ["a", "old"] } })).toEqual({
      ...none,
      writes: ["changed a/1", "added a/2", "changed a/3"],
      removals: ["old"],
      conflicts: ["changed b"],
    });
  });

  test("is to keep a file or a folder, changed or not", () => {
    expect(plan({ ...given, choices: { keep: ["a", "b"] } })).toEqual({
      ...none,
      conflicts: ["gone old"],
      kept: ["a/1", "a/2", "a/3", "b"],
    });
  });

  test("does not reach files that are the owner's own", () => {
    const own = { installed: {}, between: { "a/old": "1" }, release: {}, local: { "a/old": "mine" } };
    expect(plan({ ...own, choices: { overwrite: ["a"] } })).toEqual(none);
  });

  test("names whole folders only", () => {
    expect(
      plan({ installed: { ab: "1" }, release: { ab: "2" }, local: { ab: "x" }, choices: { overwrite: ["a"] } })
        .conflicts,
    ).toEqual(["changed ab"]);
  });
});

describe("what is in the way", () => {
  const link: LocalFile = { kind: "obstacle", what: "link", at: "a" };
  test("is a link or a folder in the place of a file, which is never overwritten", () => {
    const given: Case = { installed: { a: "1" }, release: { a: "2" }, local: { a: link } };
    expect(plan(given).conflicts).toEqual(["obstacle a"]);
    expect(plan({ ...given, choices: { overwrite: ["a"] } }).conflicts).toEqual(["obstacle a"]);
    expect(plan({ ...given, choices: { keep: ["a"] } }).kept).toEqual(["a"]);
  });

  test("is not a file that goes, nor a link where nothing is to come", () => {
    const file: LocalFile = { kind: "obstacle", what: "file", at: "a" };
    expect(plan({ installed: { a: "1" }, release: { "a/b": "1" }, local: { a: "1", "a/b": file } })).toEqual({
      ...none,
      writes: ["added a/b"],
      removals: ["a"],
    });
    expect(plan({ installed: { a: "1" }, release: { "a/b": "1" }, local: { a: "x", "a/b": file } }).conflicts).toEqual([
      "gone a",
      "obstacle a/b",
    ]);
    expect(plan({ installed: { a: "1" }, release: {}, local: { a: link } })).toEqual(none);
  });
});

test("a name that changes in case only is written even where the disk knows no case", () => {
  const onSuchADisk = { installed: { "A.ts": "1" }, release: { "a.ts": "1" }, local: { "A.ts": "1", "a.ts": "1" } };
  expect(plan(onSuchADisk)).toEqual({ ...none, writes: ["changed a.ts"], removals: ["A.ts"] });
});
