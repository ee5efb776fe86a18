import { isSameContent, toContentHash } from "../release/file-content.ts";
import type { Base, LocalFile, Release } from "../release/release.ts";
import type { ReleaseRecord } from "../release/release-record.ts";
import { findInHistory } from "./engine-history.ts";
import type { FoundBase } from "./found-base.ts";
import type { Repository } from "./open-release.ts";

export type BaseOptions = {
  readonly installed: string;
  /** A folder with the installed release, which the owner has named. */
  readonly named: Release | undefined;
  readonly record: ReleaseRecord | undefined;
  readonly repository: Repository | undefined;
  readonly local: (path: string) => LocalFile;
};

/**
 * What the installed release looked like: as the owner says; as the engine's history says, in which the installed
 * version has a tag, or nothing better is known; as the last update wrote it down; or nobody knows.
 */
export async function findBase({ installed, named, record, repository, local }: BaseOptions): Promise<FoundBase> {
  if (named) return toNamedBase(named);
  const since = repository?.refs.get(`refs/tags/v${installed}`);
  if (repository && (since !== undefined || !record)) return findInHistory(repository, since, local);
  return { base: record ? toRecordedBase(record) : unknownBase, read: () => Promise.resolve(undefined) };
}

const unknownBase: Base = {
  paths: undefined,
  isInstalled: () => false,
  isKnown: () => false,
  laterPaths: [],
  packages: [],
};

function toNamedBase({ files, packageJson }: Release): FoundBase {
  const isInstalled = (path: string, content: Uint8Array): boolean => {
    const file = files.get(path);
    return file !== undefined && isSameContent(file.content, content);
  };
  return {
    base: {
      paths: new Set(files.keys()),
      isInstalled,
      isKnown: isInstalled,
      laterPaths: [],
      packages: [packageJson],
    },
    read: (path) => Promise.resolve(files.get(path)?.content),
  };
}

function toRecordedBase(record: ReleaseRecord): Base {
  const files = new Map(Object.entries(record.files));
  const isInstalled = (path: string, content: Uint8Array): boolean => files.get(path) === toContentHash(content);
  return {
    paths: new Set(files.keys()),
    isInstalled,
    isKnown: isInstalled,
    laterPaths: [],
    packages: [record.package],
  };
}
