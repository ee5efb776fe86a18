import { DateTime } from "luxon";
import { findDue } from "../src/content/schedule.ts";
import { findBlogFolder } from "../src/eleventy/blog-folder.ts";
import { loadBlog } from "../src/eleventy/load-blog.ts";
import { readArguments, readFolder, readTime, runCommand, UsageError } from "./command.ts";

const help = `Prints the posts whose time has come since a moment, one a line; nothing when there is none.
The hourly workflow asks it whether there is anything to publish.

  npm run --silent due -- --since 2026-11-23T08:00:00Z

  --since ISO   the moment, such as that of the last publication
  --now ISO     until when (default: now)
  --blog DIR    the blog folder (default: this repository)
  --help        this text
`;

await runCommand(async () => {
  const { values } = readArguments({
    help,
    options: { since: { type: "string" }, now: { type: "string" }, blog: { type: "string" } },
  });
  if (values.since === undefined) throw new UsageError("--since is missing");
  const since = readTime("--since", values.since);
  const now = values.now === undefined ? DateTime.utc() : readTime("--now", values.now);
  const folder = findBlogFolder({ blog: readFolder("--blog", values.blog) });
  const { blog } = await loadBlog({ folder, now, preview: false });
  for (const { source } of findDue(blog.posts, since)) process.stdout.write(`${source.file}\n`);
  return 0;
});
