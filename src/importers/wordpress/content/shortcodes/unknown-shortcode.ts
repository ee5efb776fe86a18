import { parseAttributes, type ShortcodeTag } from "../scan/read-shortcode.ts";

/** More than this between brackets is prose. */
const longest = 5_000;

/**
 * Whether a name in brackets that nobody knows is a shortcode: it has attributes or an end, or a plugin's name.
 * `[sic]`, `[a-z]`, `[i-1]` and `[citation needed]` are text.
 */
export function looksLikeShortcode(tag: ShortcodeTag, hasEnd: boolean): boolean {
  const { name, rest } = tag;
  if (rest.length > longest || rest.includes("[")) return false;
  if (hasEnd) return !/^\d+$/.test(name);
  if (tag.isSelfClosing) return /^\s*$/.test(rest) || hasAttributes(rest);
  if (families.test(name)) return /^(?:\s|$)/.test(rest);
  return hasAttributes(rest);
}

/** Code has conditions in brackets, too. */
function hasAttributes(rest: string): boolean {
  if (!/^\s+[\w-]+\s*=\s*\S/.test(rest) || /[=<>!]=|&&|\|\|/.test(rest)) return false;
  const { named, values } = parseAttributes(rest);
  return named.size > 0 && values.length <= named.size;
}

/** Names of widely used plugins that need no attribute. */
const families =
  /^(?:wp[-_]\w|woocommerce|products?_|add_to_cart|ngg|nggallery|slideshow|rev_slider|layerslider|metaslider|tablepress|mc4wp|mailpoet|newsletter_|ninja_|contact-|the_ad|adrotate|adsense|bbp-|buddypress|bp-|learndash|ld_|tribe_|events?_|jetpack|instagram-feed|custom-facebook|addtoany|sharethis|feed_them|display-posts|catlist|su_|vc_|et_pb_|fusion_|av_|cs_|elementor|pods|acf|gtranslate|polylang|wpml|social_|related_posts|recent_posts|tag_cloud|user_|(?:login|register|members?|paypal|donate|subscribe)[_-])/i;
