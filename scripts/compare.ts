import { compareSites } from "../src/files/compare-sites.ts";
import { readArguments, readFolder, runCommand, UsageError } from "./command.ts";
import { toSiteSummary } from "./site-summary.ts";

const help = `Says what would change on the site, by two builds of it: pages added, changed and removed, and bytes.

  npm run --silent compare -- _site-main _site >> summary.md

  --json   print JSON instead of Markdown
  --help   this text
`;

await runCommand(async () => {
  const { values, positionals } = readArguments({
    help,
    options: { json: { type: "boolean" } },
    allowPositionals: true,
  });
  const [before, after] = positionals;
  if (before === undefined || after === undefined || positionals.length > 2) {
    throw new UsageError("two folders are needed: the earlier build and the later one");
  }
  readFolder("the earlier build", before);
  readFolder("the later build", after);
  const comparison = compareSites(before, after);
  process.stdout.write(values.json ? `${JSON.stringify(comparison, undefined, 2)}\n` : toSiteSummary(comparison));
  return 0;
});
