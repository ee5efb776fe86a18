import { DateTime } from "luxon";
import type { NewPostRequest } from "../src/content/new-post.ts";
import { beginPost } from "../src/eleventy/begin-post.ts";
import { findBlogFolder } from "../src/eleventy/blog-folder.ts";
import { loadBlog } from "../src/eleventy/load-blog.ts";
import { askForPost } from "./ask-for-post.ts";
import { readArguments, readFolder, runCommand, UsageError } from "./command.ts";

const help = `Begins a post with its front matter filled in, and prints its path.

  npm run new -- "The kitchen door" --category Community/Hosts --tag listening --tag tea
  npm run new

  --category NAME  its category; Parent/Child nests; may be repeated
  --tag NAME       a tag; may be repeated
  --series NAME    the series that it is a part of
  --draft          keep it out of the build until you remove the line
  --dir            make a folder, with room for pictures beside the text
  --blog DIR       the blog folder (default: this repository)
  --help           this text

Without a title it asks.
`;

const options = {
  category: { type: "string", multiple: true },
  tag: { type: "string", multiple: true },
  series: { type: "string" },
  draft: { type: "boolean" },
  dir: { type: "boolean" },
  blog: { type: "string" },
} as const;

await runCommand(async () => {
  const { values, positionals } = readArguments({ help, options, allowPositionals: true });
  if (positionals.length > 1) throw new UsageError("the title is more than one word: put it in quotation marks");
  const load = {
    folder: findBlogFolder({ blog: readFolder("--blog", values.blog) }),
    now: DateTime.utc(),
    preview: true,
  };
  const loaded = await loadBlog(load);
  const title = positionals[0]?.trim();
  if (title === "") throw new UsageError("the title is empty");
  const named: NewPostRequest = {
    title: title ?? "",
    categories: values.category ?? [],
    tags: values.tag ?? [],
    series: values.series,
    draft: values.draft ?? false,
    inFolder: values.dir ?? false,
  };
  const request = title === undefined ? await askForPost(named, loaded.blog) : named;
  if (!request) throw new UsageError("a post needs a title");
  const begun = beginPost(request, load, loaded);
  if ("refusal" in begun) {
    process.stderr.write(`${begun.refusal}\n`);
    return 1;
  }
  process.stdout.write(`${begun.file}\n`);
  return 0;
});
