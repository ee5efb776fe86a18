import type { ToDiscussions } from "./import-to-discussions.ts";
import { readFolder, UsageError } from "./command.ts";

type Values = {
  readonly all?: boolean;
  readonly blog?: string | undefined;
  readonly into?: string | undefined;
  readonly "dry-run"?: boolean;
  readonly json?: boolean;
  readonly "to-discussions"?: string | undefined;
};

/** `discussions ID…` or `discussions --all`, on the folder of a blog that has been imported. */
export function readDiscussions(ids: readonly string[], values: Values): ToDiscussions {
  const { all = false, into, json = false } = values;
  const blog = readFolder(values.blog === undefined ? "--into" : "--blog", values.blog ?? into);
  const dryRun = values["dry-run"] ?? false;
  if (all && ids.length > 0) throw new UsageError("discussions takes ids or --all, not both");
  if (!all && ids.length === 0) throw new UsageError("discussions needs the ids of posts, or --all");
  return { blog, threads: all ? "all" : ids, dryRun, json };
}

/** What `--to-discussions` names: ids with commas between them, or `all`; undefined when it is not given. */
export function readThreadList(values: Values): ToDiscussions["threads"] | undefined {
  const list = values["to-discussions"];
  if (values.all || values.blog !== undefined) throw new UsageError("--all and --blog are for discussions alone");
  if (list === undefined) return undefined;
  if (values.json) throw new UsageError("--to-discussions prints no JSON: run discussions --json after the import");
  const ids = list.split(",").flatMap((id) => id.trim() || []);
  if (ids.length === 0) throw new UsageError("--to-discussions needs ids with commas between them, or all");
  return ids.length === 1 && ids[0] === "all" ? "all" : ids;
}
