import { runGit, splitAtZero } from "../files/run-git.ts";

/** A file of a commit. */
export type TreeEntry = { readonly path: string; readonly mode: string; readonly id: string };

/** What one commit changed against the one before it; without an id, the file is gone. */
export type Step = { readonly commit: string; readonly changes: readonly (readonly [path: string, id?: string])[] };

/** Commits by the full name of their branch or tag. */
export async function readRefs(folder: string): Promise<ReadonlyMap<string, string>> {
  const format = "--format=%(refname) %(objectname) %(*objectname)";
  const output = await runGit(["for-each-ref", format, "refs/tags", "refs/heads"], { folder });
  const lines = output.toString("utf8").split("\n").filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [name = "", id = "", commit = ""] = line.split(" ");
      return [name, commit === "" ? id : commit];
    }),
  );
}

/** The commit that a repository stands at; undefined before its first. */
export async function readHead(folder: string): Promise<string | undefined> {
  const output = await runGit(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], { folder }).catch(() => "");
  return output.toString().trim() || undefined;
}

export async function readTree(folder: string, commit: string): Promise<TreeEntry[]> {
  const lines = splitAtZero(await runGit(["ls-tree", "-r", "-z", "--full-tree", commit], { folder }));
  return lines.flatMap((line) => {
    const [, mode = "", id = "", path = ""] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return path === "" ? [] : [{ path, mode, id }];
  });
}

/** The contents of files by the names that git has for them. */
export async function readBlobs(folder: string, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (ids.length === 0) return blobs;
  const input = `${[...new Set(ids)].join("\n")}\n`;
  const output = await runGit(["cat-file", "--batch"], { folder, input });
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    const [id = "", kind, size = "0"] = output.toString("latin1", at, end).split(" ");
    // A line `<id> missing` has no content after it.
    const length = kind === "missing" ? -1 : Number(size);
    if (kind === "blob") blobs.set(id, output.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return blobs;
}

/** The way of a branch to `tip`, oldest first: from `since`, whose whole tree is the first step, or from the beginning. */
export async function readSteps(folder: string, tip: string, since?: string): Promise<Step[]> {
  const range = since === undefined ? [tip] : [tip, `^${since}`];
  const listed = await runGit(["rev-list", "--first-parent", "--reverse", ...range, "--"], { folder });
  const commits = listed.toString("utf8").split("\n").filter(Boolean);
  const lines = commits.map((commit, index) => [commit, commits[index - 1] ?? since].filter(Boolean).join(" "));
  const options = ["--stdin", "-r", "--root", "-z", "--raw", "--no-abbrev", "--no-renames"];
  const output = await runGit(["diff-tree", ...options], { folder, input: lines.map((line) => `${line}\n`).join("") });
  const steps = toSteps(splitAtZero(output));
  if (since === undefined) return steps;
  const start = (await readTree(folder, since)).filter(isFile).map(({ path, id }) => [path, id] as const);
  return [{ commit: since, changes: start }, ...steps];
}

/** Neither a link nor another repository. */
export function isFile({ mode }: { readonly mode: string }): boolean {
  return mode.startsWith("100");
}

function toSteps(parts: readonly string[]): Step[] {
  const steps: { commit: string; changes: [string, string?][] }[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? "";
    if (!part.startsWith(":")) {
      steps.push({ commit: part, changes: [] });
      continue;
    }
    index += 1;
    const [, mode = "", , id = ""] = part.split(" ");
    steps.at(-1)?.changes.push(isFile({ mode }) ? [parts[index] ?? "", id] : [parts[index] ?? ""]);
  }
  return steps;
}
