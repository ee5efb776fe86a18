import type { Runtime } from "../../web/runtime.ts";
import type { MediaRow } from "../import-source.ts";
import { findPathFault } from "../output/output-path.ts";
import { createDownloader } from "./download.ts";
import { createFileBringer } from "./bring-file.ts";
import { parseMediaAddress, type MediaAddress } from "./media-address.ts";
import { createMediaFiles } from "./media-files.ts";
import type { MediaPlace, Settled } from "./media-place.ts";
import { openMediaState } from "./media-state.ts";
import { createOriginals, type Attachment } from "./originals.ts";
import { toOwnHosts } from "./own-hosts.ts";
import { createTargetPaths } from "./target-paths.ts";
import { openUploads } from "./uploads-folder.ts";

export type MediaOptions = {
  /** The blog folder. */
  readonly into: string;
  /** A copy of `wp-content/uploads`, or a folder with one in it. */
  readonly uploads?: string | undefined;
  /** Hosts of the old blog, or addresses on them. */
  readonly hosts: readonly string[];
  readonly download: boolean;
  readonly dryRun: boolean;
  /** The media library. */
  readonly attachments: readonly Attachment[];
  readonly runtime: Runtime;
  /** Hears of each address that is settled; `asked` are those of which it is known by then. */
  readonly onProgress?: ((progress: { readonly done: number; readonly asked: number }) => void) | undefined;
};

export type MediaStore = {
  readonly place: (address: string) => Promise<MediaPlace>;
  /** What became of one address; undefined until it is settled. */
  readonly rowOf: (address: string) => MediaRow | undefined;
  /** All of them, in the order of the addresses; and what is known by now is written down. */
  readonly rows: () => MediaRow[];
};

/** Brings the files of the old blog over, each once, whatever address is asked for. */
export function createMediaStore(options: MediaOptions): MediaStore {
  const { into, hosts, attachments, runtime, dryRun: isDry, onProgress } = options;
  const own = toOwnHosts(hosts, attachments);
  const parse = (address: string): MediaAddress => parseMediaAddress(address, { isOwnHost: own.isOwn, base: own.base });
  const library = attachments.flatMap((attachment) => {
    const path = toAttachedPath(attachment, parse);
    return path === undefined ? [] : [{ ...attachment, path }];
  });
  const state = openMediaState(into, { runtime, isDry });
  const known = state.entries().flatMap(([source, { path }]) => (isOurs(path) ? [[source, path] as const] : []));
  const targets = createTargetPaths(known);
  // First come, first served: so the media library's names depend on nobody's order but its own.
  for (const { path } of library) targets.of(path);
  const bring = createFileBringer({
    originals: createOriginals(library),
    uploads: options.uploads === undefined ? undefined : openUploads(options.uploads),
    files: createMediaFiles({ into, isDry, state, targets }),
    targets,
    fetch: options.download ? createDownloader({ runtime, isOwnHost: own.isOwn }) : undefined,
    isDry,
  });
  const asked = new Map<string, Promise<Settled>>();
  const settled = new Map<string, MediaRow>();
  const settle = async (address: string): Promise<Settled> => {
    const found = parse(address);
    const outcome = found.kind === "own" ? await bring(address, found) : leave(address, found.reason);
    settled.set(address, outcome.row);
    onProgress?.({ done: settled.size, asked: asked.size });
    return outcome;
  };
  return {
    place: async (address) => {
      const pending = asked.get(address) ?? settle(address);
      asked.set(address, pending);
      return (await pending).place;
    },
    rowOf: (address) => settled.get(address),
    rows: () => {
      state.flush();
      return [...settled].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    },
  };
}

function leave(address: string, reason: string): Settled {
  // An address may be a whole picture.
  const from = address.length > 2000 ? `${address.slice(0, 100)}…` : address;
  return { place: { reason }, row: { from, outcome: "left", reason } };
}

function isOurs(path: string): boolean {
  return path.startsWith("public/wp-content/uploads/") && findPathFault(path) === undefined;
}

/** What the library calls it, below the uploads folder; very old blogs wrote the whole path of their disk. */
function toAttachedPath({ file, url }: Attachment, parse: (address: string) => MediaAddress): string | undefined {
  const path = file
    .trim()
    .replace(/\\/g, "/")
    .replace(/^.*\/wp-content\/uploads\//, "")
    .normalize("NFC");
  const isSafe = path !== "" && !path.startsWith("/") && !/(?:^|\/)\.{1,2}(?:\/|$)|\/\/|[\p{Cc}\p{Cs}]/u.test(path);
  if (isSafe && /\.\w{1,9}$/.test(path)) return path;
  const address = parse(url);
  return address.kind === "own" ? address.path : undefined;
}
