import { DateTime } from "luxon";
import { cacheFolder } from "../src/eleventy/engine.ts";
import { findBlogFolder } from "../src/eleventy/blog-folder.ts";
import { isConfigured } from "../src/eleventy/emulated-place.ts";
import { createCache } from "../src/files/cache.ts";
import { recoverOutputFolder } from "../src/files/output-folder.ts";
import type { Problem } from "../src/lib/problem.ts";
import { readArguments, readFolder, reportFault, runCommand, UsageError } from "./command.ts";
import { printProblems } from "./print-problems.ts";

const help = `Serves the blog on this machine, with drafts and waiting posts; edits appear as you save them.
Without a repository for comments, an emulator of GitHub and giscus runs too: nothing leaves this machine.

  npm start
  npm start -- --port 3000 --blog ../my-blog

  --port N     where to listen (default: 8080, or the next free one)
  --blog DIR   the blog folder (default: this repository)
  --help       this text
`;

const hint = `Comments go to an emulator on this machine: write one, run \`npm run sync\`, and it is part of the page.
For real ones: npm run setup -- owner/name
`;

await runCommand(
  async () => {
    const { values } = readArguments({
      help,
      options: { port: { type: "string", default: "8080" }, blog: { type: "string" } },
    });
    // Wrong words are answered before anything runs that would have to be stopped again.
    const port = readPort(values.port);
    recoverOutputFolder("_site");
    const folder = findBlogFolder({ blog: readFolder("--blog", values.blog) });
    const emulation = isConfigured(folder) ? undefined : await (await import("./emulation.ts")).startEmulation(folder);
    let isStopping = false;
    const { startDevServer } = await import("../src/eleventy/dev-server.ts");
    const server = await startDevServer({
      folder,
      emulated: emulation?.place,
      port,
      clock: () => DateTime.utc(),
      cache: createCache(cacheFolder),
      giscusHost: process.env.GISCUS_HOST,
      onReady: (url) => process.stdout.write(`The blog is at ${url} (Ctrl-C stops it)\n${emulation ? hint : ""}`),
      onProblems: createReporter(),
      onFault: (error) => void reportFault(error, () => isStopping),
    });
    await new Promise((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
    isStopping = true;
    await Promise.all([server.close(), emulation?.close()]);
    return 0;
  },
  { stopsItself: true },
);

/** Prints the problems when they change, not after every save. */
function createReporter(): (problems: readonly Problem[]) => void {
  let last = "[]";
  return (problems) => {
    const now = JSON.stringify(problems);
    if (now === last) return;
    last = now;
    if (problems.length === 0) process.stderr.write("All problems are mended.\n");
    else printProblems(problems);
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UsageError(`--port is not a port number (found ${text})`);
}
