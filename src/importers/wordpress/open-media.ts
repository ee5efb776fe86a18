import { createMediaStore } from "../media/create-media-store.ts";
import type { MediaPlace } from "../media/media-place.ts";
import type { MediaRow } from "../import-source.ts";
import type { Runtime } from "../../web/runtime.ts";
import type { BlogPlan } from "./plan/blog-plan.ts";

/** The files of the old blog, as the texts of one import ask for them. */
export type BlogMedia = {
  readonly forItem: () => ItemMedia;
  /** Where the file of an attachment is in the new blog, if it is. */
  readonly find: (address: string) => Promise<string | undefined>;
  /** Writes down what has been brought over; when all is done. */
  readonly flush: () => void;
};

/** What one item asks for, and what became of that. */
export type ItemMedia = {
  readonly place: (address: string) => Promise<MediaPlace>;
  readonly rows: () => readonly MediaRow[];
};

export type MediaSettings = {
  readonly into: string;
  readonly uploads?: string | undefined;
  readonly download: boolean;
  readonly dryRun: boolean;
  readonly runtime: Runtime;
};

// The old host is asked for a few files at once, and those of the library come one to an item.
const ahead = 8;

export function openMedia(plan: BlogPlan, { into, uploads, download, dryRun, runtime }: MediaSettings): BlogMedia {
  const pictures = [...plan.pictures.values()].flatMap(({ id, attachment }) =>
    attachment ? [{ id, ...attachment }] : [],
  );
  const hosts = [...(plan.oldSite.url ? [plan.oldSite.url.host] : []), ...plan.oldSite.hosts];
  const store = createMediaStore({ into, uploads, download, dryRun, runtime, hosts, attachments: pictures });
  const waiting = [...plan.attachments.values()].flatMap(({ attachment }) => attachment?.url || []);
  const positions = new Map(waiting.map((address, index) => [address, index]));
  const fetchAhead = (address: string): void => {
    const at = positions.get(address);
    if (!download || at === undefined) return;
    // Whoever asks for it hears of the fault.
    for (const next of waiting.slice(at + 1, at + 1 + ahead)) store.place(next).catch(() => undefined);
  };
  return {
    forItem: () => {
      const asked = new Set<string>();
      return {
        place: (address) => {
          asked.add(address);
          fetchAhead(address);
          return store.place(address);
        },
        rows: () => [...asked].flatMap((address) => store.rowOf(address) ?? []),
      };
    },
    find: async (address) => {
      const place = await store.place(address);
      return "src" in place ? place.src : undefined;
    },
    flush: () => void store.rows(),
  };
}
