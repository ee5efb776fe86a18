import type { ContentJob } from "../content-job.ts";
import { toMath } from "../formula.ts";
import { LineWriter } from "../paragraphs/line-writer.ts";
import { bodyOf, type Converted, type Shortcode, type ShortcodeRule, toRules } from "./shortcode.ts";

export const otherRules = [
  ...toRules("ref footnote fn efn_note mfn note_ref sidenote", { body: "needed", convert: toNote }),
  // Their lists: ours stands at the end.
  ...toRules("footnotes references reflist display_footnotes footnote_list", {
    body: "none",
    convert: (_shortcode, { notes }) => (notes.isEmpty ? undefined : nothing),
  }),
  ...toRules("latex tex", { body: "needed", convert: toFormula }),
  ...toRules(
    "contact-form contact-form-7 contact-field gravityform gravityforms wpforms ninja_form ninja_forms formidable " +
      "caldera_form fluentform forminator_form si-contact-form mc4wp_form mailpoet_form mailchimp_subscriber_popup " +
      "jetpack_subscription_form blog_subscription_form subscribe2 newsletter_form",
    toDropped("A form: it needs a server, which the new blog does without."),
  ),
  ...toRules(
    "archives sitemap display-posts catlist recent-posts recent_posts related_posts wp_sitemap_page tag_cloud",
    toDropped("A list that WordPress made when it was shown; the new blog has its own."),
  ),
  ...toRules(
    "sharethis addtoany social_share jetpack_top_posts_widget adsense adrotate the_ad",
    toDropped("Not part of the text."),
  ),
];

const nothing: Converted = { as: "block", html: "" };

function toDropped(note: string): ShortcodeRule {
  return {
    body: "optional",
    convert: (shortcode, job) => {
      job.report(shortcode.source, shortcode.start, { kind: "shortcode", outcome: "dropped", note });
      return nothing;
    },
  };
}

function toNote({ body }: Shortcode, job: ContentJob): Converted | undefined {
  const line = new LineWriter();
  if (!body || !job.scan(body, line)) return undefined;
  return { as: "inline", html: job.notes.add(line.finish()) };
}

function toFormula(shortcode: Shortcode, job: ContentJob): Converted | undefined {
  const html = toMath(bodyOf(shortcode, job));
  return html === undefined ? undefined : { as: "inline", html };
}
