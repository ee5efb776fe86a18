import type { ContentJob } from "../content-job.ts";
import { toAttribute } from "../escape.ts";
import { type Converted, readFirst, type Shortcode, type ShortcodeRule, toRules } from "./shortcode.ts";

const rows =
  "row column columns one_half one_half_last one_third one_third_last two_third two_third_last one_fourth one_fourth_last " +
  "three_fourth three_fourth_last one_fifth one_sixth one-half one-third two-thirds half third fullwidth container section " +
  "vc_row vc_row_inner vc_column vc_column_inner vc_column_text vc_section et_pb_section et_pb_row et_pb_row_inner " +
  "et_pb_column et_pb_column_inner et_pb_text fusion_builder_container fusion_builder_row fusion_builder_column " +
  "fusion_builder_column_inner fusion_text av_one_full av_one_half av_one_third av_two_third av_one_fourth av_section " +
  "av_textblock cs_section cs_row cs_column cs_text su_row su_column su_box_row";

/** Shortcodes around other content. */
export const boxRules = [
  ...toRules(rows, { body: "needed", convert: toRow }),
  ...toRules("quote blockquote pullquote su_quote su_pullquote", toBox("<blockquote>", "</blockquote>")),
  ...toRules("toggle spoiler collapse expand accordion_item su_spoiler vc_toggle et_pb_toggle", {
    body: "needed",
    convert: toDetails,
  }),
  ...toRules("dropcap su_dropcap fusion_dropcap center aligncenter nobr", toMarks("<span>", "</span>")),
  ...toRules("highlight su_highlight fusion_highlight", toMarks("<mark>", "</mark>")),
  ...toRules("button su_button wpbutton btn", { body: "needed", convert: toButton }),
];

function toRow(shortcode: Shortcode, job: ContentJob): Converted {
  job.tally("layout", shortcode.source, shortcode.start, {
    kind: "shortcode",
    outcome: "dropped",
    note: "Columns and sections of a page builder; what they hold stands one below the other.",
  });
  return { as: "box", open: "<div>", close: "</div>" };
}

function toBox(open: string, close: string): ShortcodeRule {
  return { body: "needed", convert: (shortcode, job) => translated(shortcode, job, { as: "box", open, close }) };
}

function toMarks(open: string, close: string): ShortcodeRule {
  return { body: "needed", convert: (shortcode, job) => translated(shortcode, job, { as: "marks", open, close }) };
}

function toDetails(shortcode: Shortcode, job: ContentJob): Converted {
  const title = readFirst(shortcode, "title", "name", "heading") ?? shortcode.values[0] ?? "…";
  const open = `<details><summary>${title}</summary>`;
  return translated(shortcode, job, { as: "box", open, close: "</details>" });
}

function toButton(shortcode: Shortcode, job: ContentJob): Converted {
  const url =
    readFirst(shortcode, "url", "link", "href") ?? shortcode.values.find((value) => /^https?:|^\//.test(value));
  const open = url === undefined ? "<span>" : `<a href="${toAttribute(url)}">`;
  return translated(shortcode, job, { as: "marks", open, close: url === undefined ? "</span>" : "</a>" });
}

/** It was a plugin's or a theme's: the owner may want to see what has become of it. */
function translated({ name, source, start }: Shortcode, job: ContentJob, converted: Converted): Converted {
  job.tally(`[${name}`, source, start, { kind: "shortcode", outcome: "translated" });
  return converted;
}
