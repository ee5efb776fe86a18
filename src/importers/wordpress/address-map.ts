import { encodePath } from "../../lib/permalink.ts";
import type { Finding } from "../finding.ts";
import type { Addresses } from "../html/collect-addresses.ts";
import type { MediaRow } from "../import-source.ts";
import type { ConvertContext } from "./convert-context.ts";
import type { EntryPlan } from "./plan/entry-plan.ts";
import type { ResolvedLink } from "./plan/link-index.ts";
import { toAbsoluteOld } from "./plan/old-site.ts";

/** Where the addresses of one text lead in the new blog. */
export type AddressMap = {
  /** Fetches the files; before anything is asked. */
  readonly prepare: (addresses: Addresses) => Promise<void>;
  readonly linkOf: (href: string) => string;
  readonly mediaOf: (src: string) => string;
  /** Address of the file whose page, which is none any more, a link leads to. */
  readonly pictureOf: (href: string) => string | undefined;
  /** Undefined when it cannot be had. */
  readonly placePicture: (address: string) => Promise<string | undefined>;
  readonly findings: () => readonly Finding[];
  readonly media: () => readonly MediaRow[];
};

type Sources = {
  readonly entry: EntryPlan;
  /** Old path of the entry. */
  readonly from: string;
  readonly context: ConvertContext;
};

export function createAddressMap({ entry, from, context: { plan, media } }: Sources): AddressMap {
  const own = media.forItem();
  const base = toAbsoluteOld(encodePath(plan.oldSite.basePath + from), plan.oldSite);
  const toAddress = (src: string): string => (URL.canParse(src, base) ? new URL(src, base).href : src);
  const files = new Map<string, string>();
  const left: MediaRow[] = [];
  const findings = new Map<string, Finding>();
  const place = async (address: string): Promise<string | undefined> => {
    if (entry.visibility === "draft" && !plan.isPublicFile(address)) {
      left.push({ from: address, outcome: "left", reason: "It is in a draft, of which nothing is published." });
      return undefined;
    }
    const placed = await own.place(address);
    return "src" in placed ? placed.src : undefined;
  };
  const resolve = (href: string): ResolvedLink => plan.links.resolve(href, from);
  return {
    prepare: async ({ links, media: sources }) => {
      const bring = async (written: string, address: string, fragment: string): Promise<void> => {
        files.set(written, ((await place(address)) ?? address) + fragment);
      };
      const pictures = sources.map((src) => bring(src, toAddress(src), ""));
      const linked = links.flatMap((href) => {
        const link = resolve(href);
        for (const finding of toFindings(href, link.kind)) findings.set(href, finding);
        return link.kind === "file" ? [bring(href, link.address, link.fragment)] : [];
      });
      await Promise.all([...pictures, ...linked]);
    },
    linkOf: (href) => {
      const file = files.get(href.trim());
      if (file !== undefined) return file;
      const link = resolve(href);
      // What leads nowhere is no link.
      if (link.kind === "backstage") return "";
      return link.kind === "file" ? link.address + link.fragment : link.href;
    },
    mediaOf: (src) => files.get(src.trim()) ?? toAddress(src),
    pictureOf: (href) => {
      const link = resolve(href);
      return link.kind === "page" ? link.file : undefined;
    },
    placePicture: place,
    findings: () => [...findings.values()],
    media: () => [...own.rows(), ...left],
  };
}

const notes: Readonly<Partial<Record<ResolvedLink["kind"], string>>> = {
  hidden: "It leads to something that is not public.",
  lost: "It leads to an address of the old blog that the export does not know.",
  backstage: "It leads into WordPress itself, which is not there any more.",
};

function toFindings(found: string, kind: ResolvedLink["kind"]): Finding[] {
  const note = notes[kind];
  if (note === undefined) return [];
  return [{ kind: "link", found, outcome: kind === "backstage" ? "kept as text" : "left as it was", note }];
}
