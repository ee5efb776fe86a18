import { describe, expect, test } from "vitest";
import { formatPackage, mergePackage, type MergeOptions } from "../../src/release/merge-package.ts";
import { parsePackageJson, toAddress, type PackageJson } from "../../src/release/package-json.ts";

const installed = {
  name: "klatsch",
  version: "1.0.0",
  scripts: { build: "tsx build", start: "tsx start", old: "tsx old" },
  dependencies: { luxon: "^3.0.0", yaml: "^2.0.0", zod: "^4.0.0" },
  engines: { node: ">=20" },
};
const release = {
  name: "klatsch",
  version: "1.1.0",
  klatsch: { source: "https://example.org/klatsch.git" },
  scripts: { build: "tsx build --new", start: "tsx start", check: "tsx check" },
  dependencies: { luxon: "^3.0.0", preact: "^11.0.0", zod: "^4.6.0" },
  engines: { node: ">=22" },
};

const merge = (local: MergeOptions["local"], options: Partial<MergeOptions> = {}) =>
  mergePackage({ local, release, bases: [installed], ...options });

describe("package.json of a release and of an owner", () => {
  test("is the release's where the owner has changed nothing", () => {
    const { merged, conflicts, own, needsInstall } = merge(installed);
    expect(merged).toEqual(release);
    expect([conflicts, own, needsInstall]).toEqual([[], [], false]);
  });

  test("keeps what the owner added, removed, renamed and changed", () => {
    const { merged, conflicts, own, needsInstall } = merge({
      ...installed,
      name: "my-blog",
      author: "Ada",
      scripts: { build: "tsx build", old: "tsx old", deploy: "rsync _site" },
      dependencies: { ...installed.dependencies, luxon: "^3.9.0", "a-thing": "1.0.0" },
      prettier: { semi: false },
    });
    expect(conflicts).toEqual([]);
    expect(merged).toEqual({
      name: "my-blog",
      version: "1.1.0",
      author: "Ada",
      klatsch: { source: "https://example.org/klatsch.git" },
      scripts: { build: "tsx build --new", check: "tsx check", deploy: "rsync _site" },
      dependencies: { "a-thing": "1.0.0", luxon: "^3.9.0", preact: "^11.0.0", zod: "^4.6.0" },
      engines: { node: ">=22" },
      prettier: { semi: false },
    });
    expect(Object.keys(merged.dependencies as object)).toEqual(["a-thing", "luxon", "preact", "zod"]);
    expect(own).toEqual(["scripts.start", "scripts.deploy", "dependencies.luxon", "dependencies.a-thing"]);
    expect(needsInstall).toBe(true);
  });

  test("has the lock file of the release as long as the packages are the release's", () => {
    expect(merge({ ...installed, scripts: { mine: "x" } }).needsInstall).toBe(false);
    expect(merge({ ...installed, overrides: { a: "1" } }).needsInstall).toBe(true);
    expect(merge({ ...installed, devDependencies: { a: "1" } }).needsInstall).toBe(true);
  });

  test("stops at an entry that both have changed, or one removed and one changed", () => {
    const { conflicts } = merge({
      ...installed,
      scripts: { ...installed.scripts, build: "make" },
      dependencies: { luxon: "^3.0.0", yaml: "^2.5.0" },
    });
    expect(conflicts).toEqual([
      { section: "scripts", name: "build", yours: "make", theirs: "tsx build --new" },
      { section: "dependencies", name: "zod", yours: undefined, theirs: "^4.6.0" },
      { section: "dependencies", name: "yaml", yours: "^2.5.0", theirs: undefined },
    ]);
  });

  test.each([
    ["yours", "make"],
    ["theirs", "tsx build --new"],
  ] as const)("is decided where the owner says: %s", (winner, build) => {
    const local = { ...installed, scripts: { ...installed.scripts, build: "make" } };
    const { merged, conflicts } = merge(local, { winner });
    expect(conflicts).toEqual([]);
    expect((merged.scripts as Record<string, unknown>).build).toBe(build);
    expect(merged.version).toBe("1.1.0");
  });

  test("may have been begun between two releases", () => {
    const between = { ...installed, dependencies: { ...installed.dependencies, zod: "^4.3.0" } };
    expect(merge(between).conflicts).toHaveLength(1);
    expect(merge(between, { bases: [installed, between] })).toMatchObject({ merged: release, conflicts: [] });
  });

  test("is compared with the release alone where nobody knows what was installed", () => {
    const local = { ...installed, scripts: { ...installed.scripts, deploy: "rsync" } };
    const { merged, conflicts } = merge(local, { bases: [] });
    expect(conflicts.map(({ section, name }) => `${section}.${name}`)).toEqual([
      "scripts.build",
      "dependencies.zod",
      "engines.node",
    ]);
    expect(merged.scripts).toMatchObject({ deploy: "rsync", check: "tsx check" });
    expect(merged.version).toBe("1.1.0");
  });

  test("is written as the owner's was", () => {
    expect(formatPackage({ a: 1 }, '{\n  "a": 0\n}\n')).toBe('{\n  "a": 1\n}\n');
    expect(formatPackage({ a: 1 }, '{\n\t"a": 0\n}\n')).toBe('{\n\t"a": 1\n}\n');
    expect(formatPackage({ a: 1 }, '{\r\n    "a": 0\r\n}\r\n')).toBe('{\r\n    "a": 1\r\n}\r\n');
    expect(formatPackage({ a: 1 }, '{"a":0}')).toBe('{\n  "a": 1\n}\n');
  });
});

test("a package.json that is none of ours is refused", () => {
  const parse = (text: string): PackageJson | undefined => parsePackageJson(Buffer.from(text));
  expect(parse('{ "version": "1.0.0" }')).toEqual({ version: "1.0.0" });
  for (const text of ["", "[]", "{}", '{ "version": "latest" }', '{ "version": "1.0.0", "scripts": [] }']) {
    expect([text, parse(text)]).toEqual([text, undefined]);
  }
});

test("npm's short names of repositories become addresses", () => {
  expect(toAddress("klatsch/klatsch")).toBe("https://github.com/klatsch/klatsch.git");
  expect(toAddress("github:klatsch/klatsch")).toBe("https://github.com/klatsch/klatsch.git");
  expect(toAddress("git+https://example.org/a.git")).toBe("https://example.org/a.git");
  expect(toAddress("https://example.org/a.git")).toBe("https://example.org/a.git");
});
