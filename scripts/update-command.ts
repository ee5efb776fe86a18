import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { engineRoot } from "../src/eleventy/engine.ts";
import { ChangedMeanwhile, finishInterrupted, isUnfinished } from "../src/files/finish-changes.ts";
import { ChangesUnderWay } from "../src/files/make-changes.ts";
import { GitError } from "../src/files/run-git.ts";
import { UnknownChoice, UpdateError } from "../src/update/update-error.ts";
import { updateEngine } from "../src/update/update-engine.ts";
import { readArguments, readFolder, runCommand, UsageError } from "./command.ts";
import { createProgress } from "./progress.ts";
import { toJson, toReport, toText } from "./update-report.ts";

const help = `Brings the engine's files of your blog to a newer release. Yours stay as they are: posts/, comments/, pages/*.md,
public/, _data/, _includes/styles/theme.css, overrides/ and every file that no release has; package.json is merged.

  npm run update -- --dry-run
  npm run update
  npm run update -- --from https://github.com/klatsch/klatsch.git --to v1.2.0
  npm run update -- --from ../klatsch-1.2.0 --keep .github/workflows/publish.yml

  --from SOURCE     a folder, or the address of a git repository (default: klatsch.source of package.json)
  --to NAME         a version, tag or branch of that repository (default: the newest version)
  --base DIR        the release that is installed, where a folder alone cannot tell your changes from the engine's
  --keep PATH       leave this file or folder as it is; may be repeated
  --overwrite PATH  replace this file or folder, whatever you have changed in it; may be repeated
  --dry-run         only say what would change
  --json            print what changed as JSON
  --blog DIR        the repository to update (default: this one)
  --help            this text
`;

const options = {
  from: { type: "string" },
  to: { type: "string" },
  base: { type: "string" },
  keep: { type: "string", multiple: true },
  overwrite: { type: "string", multiple: true },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  blog: { type: "string" },
} as const;

await runCommand(async () => {
  const { values } = readArguments({ help, options });
  const { json, "dry-run": dryRun } = values;
  const root = resolve(readFolder("--blog", values.blog) ?? engineRoot);
  const base = readFolder("--base", values.base);
  const choices = { keep: toChoices(values.keep), overwrite: toChoices(values.overwrite) };
  if (isUnfinished(root)) return finish(root, json, dryRun);
  const progress = createProgress(process.stderr);
  const workspace = mkdtempSync(join(tmpdir(), "klatsch-update-"));
  process.once("exit", () => rmSync(workspace, { recursive: true, force: true, maxRetries: 5 }));
  const { from, to } = values;
  try {
    const onWait = (text: string): void => progress.show(text);
    const outcome = await updateEngine({ root, from, to, base, choices, dryRun, workspace, toReport, onWait });
    progress.clear();
    const isRefused = outcome.kind === "conflicts" || outcome.kind === "uncommitted";
    if (json) process.stdout.write(toJson(outcome));
    else (isRefused ? process.stderr : process.stdout).write(toText(outcome));
    return isRefused ? 1 : 0;
  } catch (error) {
    progress.clear();
    return refuse(toFailure(error));
  }
});

/** What another run was killed in. */
function finish(root: string, json: boolean, dryRun: boolean): number {
  if (dryRun) return refuse("An update was interrupted. Run this without --dry-run, and it is finished.");
  const finished = finishInterrupted(root);
  if ("failure" in finished) return refuse(finished.failure);
  const { report } = finished;
  process.stdout.write(
    json ? `${JSON.stringify(report.json, null, 2)}\n` : `An interrupted update was finished. ${report.text}`,
  );
  return 0;
}

/** As paths are written in the list of conflicts. */
function toChoices(paths: readonly string[] = []): string[] {
  return paths.map((path) =>
    path
      .replaceAll("\\", "/")
      .replace(/^(\.\/)+/, "")
      .replace(/\/+$/, ""),
  );
}

function toFailure(error: unknown): string {
  if (error instanceof UnknownChoice) throw new UsageError(error.message, { cause: error });
  if (error instanceof UpdateError) return error.message;
  if (error instanceof GitError) return `git would not do it (${error.message}).`;
  if (error instanceof ChangesUnderWay)
    return `Another update is at it (${error.message}). Run this again when it has ended.`;
  if (error instanceof ChangedMeanwhile) {
    return `${error.message} has changed while the update was prepared. Nothing was touched; run it again.`;
  }
  // What the disk would not do; what had been done was taken back.
  if (error instanceof Error && "syscall" in error) return `${error.message}. Nothing was changed.`;
  throw error;
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
