import { existsSync, statSync } from "node:fs";
import { isTimeZone } from "../src/lib/date.ts";
import { UsageError } from "./command.ts";

/** What the command line asks for. */
export type ImportRequest = {
  readonly into: string | undefined;
  readonly uploads: string | undefined;
  readonly download: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly url: string | undefined;
  readonly timezone: string | undefined;
  readonly permalink: string | undefined;
  readonly generator: (typeof generators)[number] | undefined;
} & (
  | { readonly kind: "wordpress"; readonly paths: readonly string[] }
  | { readonly kind: "markdown"; readonly paths: readonly [folder: string] }
);

const generators = ["jekyll", "hexo", "hugo", "eleventy", "zola"] as const;

type Values = Readonly<Partial<Record<"into" | "uploads" | "url" | "timezone" | "permalink" | "generator", string>>> & {
  readonly "no-download": boolean;
  readonly "dry-run": boolean;
  readonly json: boolean;
};

/** Whatever can be seen to be wrong before anything is read is wrong usage. */
export function readRequest([kind, ...paths]: readonly string[], values: Values): ImportRequest {
  const { into, uploads, timezone, json } = values;
  const permalink = onlyForMarkdown("permalink", values.permalink, kind);
  const generator = readGenerator(onlyForMarkdown("generator", values.generator, kind));
  if (timezone !== undefined && !isTimeZone(timezone)) throw new UsageError(`--timezone is none (found ${timezone})`);
  const rest = {
    into,
    uploads,
    timezone,
    json,
    permalink,
    generator,
    url: readUrl(values.url),
    download: !values["no-download"],
    dryRun: values["dry-run"],
  };
  const missing = paths.find((path) => !existsSync(path));
  if (kind === "wordpress") {
    if (paths.length === 0) throw new UsageError("wordpress needs the files of the export");
    if (missing !== undefined) throw new UsageError(`there is no ${missing}`);
    return { kind, paths, ...rest };
  }
  if (kind !== "markdown") {
    const found = kind === undefined ? "nothing" : kind;
    throw new UsageError(`import needs wordpress FILE… or markdown DIR (found ${found})`);
  }
  const [folder] = paths;
  if (folder === undefined || paths.length > 1) throw new UsageError("markdown needs one folder");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder} is no folder`);
  return { kind, paths: [folder], ...rest };
}

function onlyForMarkdown(option: string, value: string | undefined, kind: string | undefined): string | undefined {
  if (value === undefined || kind !== "wordpress") return value;
  throw new UsageError(`--${option} is for markdown alone: the export says it itself`);
}

function readGenerator(name: string | undefined): ImportRequest["generator"] {
  const known = generators.find((generator) => generator === name);
  if (name === undefined || known !== undefined) return known;
  throw new UsageError(`--generator is none of ${generators.join(", ")} (found ${name})`);
}

function readUrl(address: string | undefined): string | undefined {
  if (address === undefined || (URL.canParse(address) && /^https?:/.test(address))) return address;
  throw new UsageError(`--url is not a web address (found ${address})`);
}
