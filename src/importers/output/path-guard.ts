import { ImportError } from "../import-error.ts";
import { findNameFault, findPathFault, foldPath } from "./output-path.ts";

/** Lets each path be taken once, and none that an import may not write. */
export type PathGuard = {
  readonly claim: (path: string, key: string) => void;
  readonly claimRaw: (name: string) => void;
};

export function createPathGuard(): PathGuard {
  const owners = new Map<string, string>();
  const raws = new Set<string>();
  return {
    claim: (path, key) => {
      const fault = findPathFault(path);
      if (fault !== undefined) refuse(`${key} would be written to ${JSON.stringify(path)}, but ${fault}`);
      const folded = foldPath(path);
      const owner = owners.get(folded);
      if (owner !== undefined) refuse(`${key} would be written to ${path}, which ${owner} has`);
      owners.set(folded, key);
    },
    claimRaw: (name) => {
      const fault = findNameFault(name);
      if (fault !== undefined) refuse(`A source would be kept as ${JSON.stringify(name)}, but ${fault}`);
      const folded = foldPath(name);
      if (raws.has(folded)) refuse(`Two sources would be kept as ${name}`);
      raws.add(folded);
    },
  };
}

function refuse(reason: string): never {
  throw new ImportError(`${reason}. This is a fault of the importer; nothing was written there.`);
}
