import type { Finding } from "../../finding.ts";
import type { WxrItem } from "../wxr.ts";
import { visibilityOf } from "./visibility.ts";

/** They are few and short. Lengths in characters, of one and of all of them: what is beyond is none, or a trick. */
const longest = 200_000;
const longestOfAll = 1_000_000;

export type ReusableBlocks = {
  readonly add: (item: WxrItem) => void;
  /** By id; empty for one that is not to be shown. */
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: () => readonly Finding[];
};

/** Texts that posts refer to by number: they must be known before the first post is converted. */
export function createReusableBlocks(keep: (text: string) => string): ReusableBlocks {
  const texts = new Map<string, string>();
  const left = new Set<string>();
  let length = 0;
  return {
    texts,
    add: (item) => {
      const id = item.id.trim();
      // One that comes twice, and is hidden once, is hidden.
      if (visibilityOf(item) !== "public") texts.set(id, "");
      else if (!texts.has(id)) {
        const isKept = item.content.length <= longest && length + item.content.length <= longestOfAll;
        if (isKept) length += item.content.length;
        else left.add(id);
        texts.set(id, isKept ? keep(item.content) : "");
      }
    },
    findings: () => {
      const ids = [...left];
      if (ids.length === 0) return [];
      const found = `wp_block ${ids.slice(0, 10).join(", ")}${ids.length > 10 ? ", …" : ""}`;
      const note = "Reusable blocks of such a size are not put into the texts that show them. Copy them by hand.";
      return [{ kind: "block", found, outcome: "dropped", note }];
    },
  };
}
