import { readArguments, runCommand, UsageError } from "./command.ts";
import { createProgress } from "./progress.ts";

const help = `Measures a build of ours beside those of its peers, as ratios, and the pages of the sample blog.

  npm run bench -- --install
  npm run bench -- --posts 1000,10000 --cold --warm --edit

  --posts LIST   sizes of the generated blogs (default: 1000)
  --cold         a first build, in turn with Eleventy, Hugo and Astro where they are found (default)
  --warm         a build after one edit, beside the cold one
  --edit         from an edit to the page in the browser, with npm start
  --threads      what a thousand long conversations add
  --search       what the search index and the social cards add
  --runs N       runs of which the median counts (default: 3)
  --alone        without the peers
  --install      install the peers that come from npm into .bench/
  --pages        Lighthouse's scores and the bytes by type for each kind of page
  --json         print JSON
  --help         this text

Hugo is taken where it is installed, such as by \`apt install hugo\`.
`;

const flag = { type: "boolean", default: false } as const;

await runCommand(async () => {
  const { values } = readArguments({
    help,
    options: {
      posts: { type: "string", default: "1000" },
      runs: { type: "string", default: "3" },
      cold: flag,
      warm: flag,
      edit: flag,
      threads: flag,
      search: flag,
      alone: flag,
      install: flag,
      pages: flag,
      json: flag,
    },
  });
  const runs = readNumber("--runs", values.runs, 99);
  const sizes = values.posts.split(",").map((text) => readNumber("--posts", text, 200_000));
  if (values.install) return (await import("../bench/peers/install-peers.ts")).installPeers();
  const progress = createProgress(process.stderr);
  const onStep = (what: string): void => progress.show(`Measuring ${what}`);
  const { toPageTables, toBuildTables } = await import("../bench/report.ts");
  if (values.pages) {
    const { benchPages } = await import("../bench/pages/bench-pages.ts");
    const pages = await benchPages(runs, onStep).finally(progress.clear);
    process.stdout.write(values.json ? `${JSON.stringify({ pages }, undefined, 2)}\n` : toPageTables(pages));
    return 0;
  }
  const { benchBuilds } = await import("../bench/bench-builds.ts");
  const isAny = values.warm || values.edit || values.threads || values.search;
  const report = await benchBuilds({ ...values, cold: values.cold || !isAny, sizes, runs, onStep }).finally(
    progress.clear,
  );
  process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 2)}\n` : toBuildTables(report));
  return 0;
});

function readNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new UsageError(`${option} is not a number from 1 to ${most} (found ${text})`);
}
