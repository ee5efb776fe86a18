import type { Counts } from "../../import-source.ts";
import type { Finding, FindingKind, FindingOutcome } from "../../finding.ts";
import type { ItemHead } from "./item-head.ts";

type Known = {
  readonly key: RegExp;
  readonly name: string;
  readonly kind: FindingKind;
  readonly outcome: FindingOutcome;
  readonly note: string;
};

/** What plugins keep beside a text. Told once for each kind, with the number of items. */
const known: readonly Known[] = [
  {
    key: /^dsq_thread_id$/,
    name: "dsq_thread_id",
    kind: "comment",
    outcome: "dropped",
    note: "The comments were shown by Disqus, which may have more of them than this export. Export them there as well.",
  },
  {
    key: /^_elementor_data$|^_fl_builder_data$|^_et_pb_|^_wpb_/,
    name: "a page builder's data",
    kind: "meta",
    outcome: "dropped",
    note: "A page builder keeps its layout there. The text was taken over as WordPress has it; look at these entries.",
  },
  {
    key: /^enclosure$|^_podcast|^powerpress/,
    name: "enclosure",
    kind: "meta",
    outcome: "dropped",
    note: "Feeds of the new blog have no enclosures. The files themselves are linked where the text does so.",
  },
  {
    key: /^_yoast_wpseo_title$|^rank_math_title$|^_aioseo_title$/,
    name: "a title for search engines",
    kind: "meta",
    outcome: "dropped",
    note: "The new blog shows one title everywhere.",
  },
  {
    key: /^_yoast_wpseo_canonical$|^rank_math_canonical_url$/,
    name: "a canonical address",
    kind: "meta",
    outcome: "dropped",
    note: "Every post is its own original in the new blog.",
  },
  {
    key: /^_yoast_wpseo_(?!title|metadesc|canonical)|^rank_math_(?!title|description|canonical)|^_aioseo_(?!title|description)/,
    name: "settings of a plugin for search engines",
    kind: "meta",
    outcome: "dropped",
    note: "The new blog needs none of them.",
  },
];

/** Bookkeeping of WordPress itself, and what is used elsewhere. */
const silent =
  /^(?:_edit_|_thumbnail_id$|_wp_|_menu_item_|_pingme$|_encloseme$|_oembed_|_publicize|_jetpack|_wpas_|_attachment_|_dp_original$|_hide_|footnotes$|_rest_api|_last_editor|_yoast_wpseo_metadesc$|rank_math_description$|_aioseo_description$|_elementor_(?!data)|_links_to)/;

export function findMetas(metas: Counts): Finding[] {
  const told = known.flatMap(({ key, name, kind, outcome, note }) => {
    const count = Object.entries(metas).reduce(
      (most, [own, number]) => (key.test(own) ? Math.max(most, number) : most),
      0,
    );
    return count === 0 ? [] : [{ kind, found: `${name} (${toTimes(count)})`, outcome, note }];
  });
  const others = Object.keys(metas).filter((key) => !silent.test(key) && !known.some((one) => one.key.test(key)));
  if (others.length === 0) return told;
  const list = others.toSorted().slice(0, 20).join(", ");
  const found = `${others.length} other custom fields: ${list}`.slice(0, 300);
  return [...told, { kind: "meta", found, outcome: "dropped", note: "The new blog does not know what they mean." }];
}

const ownTaxonomies = /^(?:|category|post_tag|tag|nav_menu|author|language|post_translations|series)$/;

/** Taxonomies that the new blog does not have, each told once. */
export function findTaxonomies(written: readonly ItemHead[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { terms } of written) {
    for (const domain of new Set(terms.map((term) => term.domain))) {
      if (!ownTaxonomies.test(domain)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([domain, count]) => {
      const found = `${domain} (${toTimes(count)})`;
      if (domain === "post_format") return { kind: "term", found, outcome: "dropped", note: formatNote } as const;
      const note = "The new blog has categories and tags alone. These terms are in the export still.";
      return { kind: "term", found, outcome: "dropped", note } as const;
    });
}

const formatNote = "Every post looks alike in the new blog, whatever its format was.";

function toTimes(count: number): string {
  return count === 1 ? "once" : `${count} items`;
}
