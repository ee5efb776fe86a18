import { isRecord } from "../lib/is-record.ts";
import { toAddress } from "../release/package-json.ts";
import type { LocalFile } from "../release/release.ts";
import { isVersion } from "../release/version.ts";
import { UpdateError } from "./update-error.ts";

export const packageFile = "package.json";

/** The blog's `package.json`, with all that the owner has in it. */
export type OwnPackage = {
  readonly text: string;
  readonly entries: Readonly<Record<string, unknown>>;
  readonly version: string | undefined;
  /** Where newer releases are to be had. */
  readonly source: string | undefined;
};

export function readOwnPackage(root: string, file: LocalFile): OwnPackage {
  if (file.kind !== "file") {
    throw new UpdateError(`${root} holds no engine (no package.json). Run this in the repository of your blog.`);
  }
  const text = Buffer.from(file.content)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const entries = parse(text);
  if (!isRecord(entries)) throw new UpdateError("package.json is no JSON object. Mend it first.");
  const { version } = entries;
  return {
    text,
    entries,
    version: typeof version === "string" && isVersion(version) ? version : undefined,
    source: findSource(entries),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UpdateError(`package.json cannot be read (${reason}). Mend it first.`, { cause: error });
  }
}

function findSource({ klatsch, repository }: Readonly<Record<string, unknown>>): string | undefined {
  if (isRecord(klatsch) && typeof klatsch.source === "string") return klatsch.source;
  const address = isRecord(repository) ? repository.url : repository;
  return typeof address === "string" ? toAddress(address) : undefined;
}
