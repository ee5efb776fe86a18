import { DateTime } from "luxon";
import { cacheFolder } from "../src/eleventy/engine.ts";
import { findBlogFolder } from "../src/eleventy/blog-folder.ts";
import { readOverrides } from "../src/eleventy/overrides.ts";
import { registerOverrides } from "../src/eleventy/register-overrides.ts";
import { createCache } from "../src/files/cache.ts";
import { recoverOutputFolder, refusalFor } from "../src/files/output-folder.ts";
import { readArguments, readFolder, readTime, runCommand, UsageError } from "./command.ts";
import { countErrors, printProblems } from "./print-problems.ts";
import { createProgress } from "./progress.ts";

const help = `Builds the blog into static HTML, swapped in when it is whole.

  npm run build
  npm run build -- --blog ../my-blog --output public_html --site-url https://example.org/blog/

  --blog DIR       the blog folder (default: this repository)
  --posts DIR      posts alone, with default settings and nothing else of any blog
  --comments DIR   threads to show, with --posts or instead of the blog's own
  --output DIR     where to (default: _site)
  --site-url URL   replaces \`url\` of _data/site.ts
  --now ISO        the time that decides which posts are due (default: now)
  --no-cache       neither read nor write .cache
  --quiet          print only the last line
  --help           this text
`;

const options = {
  blog: { type: "string" },
  posts: { type: "string" },
  comments: { type: "string" },
  output: { type: "string", default: "_site" },
  "site-url": { type: "string" },
  now: { type: "string" },
  "no-cache": { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

const stepNames = {
  rendering: "Rendering text",
  writing: "Writing page",
  encoding: "Encoding picture",
  drawing: "Drawing card",
} as const;

const announceCards = createAnnouncement();

await runCommand(async () => {
  const { values } = readArguments({ help, options });
  recoverOutputFolder(values.output);
  const blog = readFolder("--blog", values.blog);
  const posts = readFolder("--posts", values.posts);
  const comments = readFolder("--comments", values.comments);
  if (blog !== undefined && posts !== undefined) throw new UsageError("--blog and --posts exclude each other");
  const now = values.now === undefined ? DateTime.utc() : readTime("--now", values.now);
  const siteUrl = readSiteUrl(values["site-url"]);
  const refusal = refusalFor(values.output);
  if (refusal !== undefined) {
    process.stderr.write(`${refusal}\n`);
    return 1;
  }
  // Wrong words and --help are answered before all that a build needs is loaded.
  const [{ buildSite }, { default: configure }] = await Promise.all([
    import("../src/eleventy/build-site.ts"),
    import("../.eleventy.ts"),
  ]);
  const start = performance.now();
  const progress = createProgress(process.stderr);
  const folder = findBlogFolder({ blog, posts, comments });
  registerOverrides((await readOverrides(folder.overrides)).sound);
  const result = await buildSite({
    folder,
    output: values.output,
    now,
    siteUrl,
    giscusHost: process.env.GISCUS_HOST,
    configure,
    cache: createCache(values["no-cache"] ? undefined : cacheFolder),
    importPage: (file) => import(file),
    onProgress: (step, done, total) => {
      if (step === "drawing" && !values.quiet) announceCards(total - done);
      progress.show(`${stepNames[step]} ${done} of ${total}`);
    },
  }).finally(progress.clear);
  printProblems(result.problems);
  if (!result.built) {
    process.stderr.write(`Not built: ${countErrors(result.problems)}\n`);
    return 1;
  }
  const { built } = result;
  if (built.schedule !== undefined && !values.quiet) process.stdout.write(`${built.schedule}\n`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`Built ${built.posts} posts, ${built.pages} pages in ${seconds} s\n`);
  return 0;
});

/** Where nobody watches the progress, a long wait is explained once. */
function createAnnouncement(): (count: number) => void {
  let isSaid = false;
  return (count) => {
    if (isSaid || count < 500) return;
    isSaid = true;
    const later = "The next build takes them from .cache; `cards: false` in _data/site.ts builds without.";
    process.stderr.write(`Drawing ${count} social cards, each about 10 ms of one core. ${later}\n`);
  };
}

function readSiteUrl(text: string | undefined): string | undefined {
  if (text === undefined || (URL.canParse(text) && /^https?:/.test(text))) return text;
  throw new UsageError(`--site-url is not a web address (found ${text})`);
}
