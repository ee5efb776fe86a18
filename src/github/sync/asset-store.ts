import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { listNames, removeDrafts, writeAtomically } from "../../files/atomic-file.ts";
import { fetchWithRetries } from "../../web/fetch-with-retries.ts";
import type { Runtime } from "../../web/runtime.ts";
import { WebError } from "../../web/web-error.ts";
import { imageExtensions, toImageExtension } from "./image-type.ts";
import { toLastingUrl } from "./localize-html.ts";

export type AssetKind = "avatars" | "media";

/** Pictures below `comments/`, named after the address that they came from: what is there is not asked for again. */
export type AssetStore = {
  /** The path below `comments/`, or undefined: not there, too large, or no picture. */
  readonly fetch: (kind: AssetKind, url: string) => Promise<string | undefined>;
  /** Removes pictures of ours that are not in `used`. */
  readonly keepOnly: (used: ReadonlySet<string>) => void;
};

export type AssetOptions = {
  /** `comments/` */
  readonly folder: string;
  readonly runtime: Runtime;
  readonly isAllowed: (url: URL) => boolean;
  /** Writes nothing and asks nobody. */
  readonly dryRun: boolean;
};

const maxBytes = { avatars: 3 * 1024, media: 2 * 1024 * 1024 } satisfies Record<AssetKind, number>;
const timeout = 10_000;
// A host that is not there costs every comment its patience: after so many failures it is left alone.
const mostFailures = 3;

export function createAssetStore({ folder, runtime, isAllowed, dryRun }: AssetOptions): AssetStore {
  const known = new Map<string, Promise<string | undefined>>();
  for (const path of listStored(folder)) known.set(toKey(path), Promise.resolve(path));
  const failures = new Map<string, number>();

  const download = async (kind: AssetKind, url: string, key: string): Promise<string | undefined> => {
    const { host } = new URL(url);
    if (dryRun || !isAllowed(new URL(url)) || (failures.get(host) ?? 0) >= mostFailures) return undefined;
    const content = await fetchPicture(url, { kind, runtime, isAllowed });
    failures.set(host, content === "unreachable" ? (failures.get(host) ?? 0) + 1 : 0);
    const extension = content instanceof Uint8Array ? toImageExtension(content) : undefined;
    if (!(content instanceof Uint8Array) || extension === undefined) return undefined;
    writeAtomically(join(folder, `${key}.${extension}`), content);
    return `${key}.${extension}`;
  };

  return {
    fetch: (kind, url) => {
      if (!URL.canParse(url)) return Promise.resolve(undefined);
      const key = `${kind}/${toName(url)}`;
      const path = known.get(key) ?? download(kind, url, key);
      known.set(key, path);
      return path;
    },
    keepOnly: (used) => {
      for (const path of dryRun ? [] : listStored(folder)) {
        if (!used.has(path)) rmSync(join(folder, path), { force: true });
      }
    },
  };
}

type PictureOptions = Pick<AssetOptions, "runtime" | "isAllowed"> & { readonly kind: AssetKind };

/** GitHub makes an avatar in the size that `s` asks for: one that is too heavy is asked for smaller. */
async function fetchPicture(url: string, { kind, runtime, isAllowed }: PictureOptions) {
  for (const address of kind === "avatars" ? [url, withSize(url, 48), withSize(url, 32)] : [url]) {
    const request = { url: address, timeout, maxBytes: maxBytes[kind], maxRedirects: 3, isAllowed };
    const answer = await fetchWithRetries(request, { runtime, tries: 2, longestWait: 5000 }).catch(toOutcome);
    if (answer === "too-large") continue;
    if (answer === "none" || answer === "unreachable") return answer;
    return answer.status === 200 ? answer.bytes : "none";
  }
  return "none";
}

/** A picture that cannot be had is a picture less, never the end of a sync. */
function toOutcome(error: unknown): "too-large" | "unreachable" | "none" {
  if (!(error instanceof WebError)) throw error;
  if (error.kind === "too-large") return "too-large";
  return error.kind === "network" || error.kind === "timeout" ? "unreachable" : "none";
}

function withSize(url: string, size: number): string {
  const smaller = new URL(url);
  smaller.searchParams.set("s", String(size));
  return smaller.href;
}

/** By what stays of an address: that of an upload has a new signature in each answer. */
function toName(url: string): string {
  return createHash("sha256").update(toLastingUrl(url)).digest("hex").slice(0, 16);
}

const ownName = new RegExp(`^[0-9a-f]{16}\\.(?:${imageExtensions.join("|")})$`);

function listStored(folder: string): string[] {
  return (["avatars", "media"] as const).flatMap((kind) => {
    removeDrafts(join(folder, kind));
    const names = listNames(join(folder, kind)).filter((name) => ownName.test(name));
    return names.map((name) => `${kind}/${name}`);
  });
}

function toKey(path: string): string {
  return path.replace(/\.\w+$/, "");
}
