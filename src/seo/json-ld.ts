import { asSafeHtml } from "../lib/safe-html.ts";
import type { SafeHtml } from "../lib/safe-html.ts";

/** One thing of schema.org; undefined values are left out. */
export type Thing = { readonly "@type": string; readonly [key: string]: unknown };

/** Several things as one linked document. */
export function toJsonLd(graph: readonly Thing[]): SafeHtml {
  return toScriptJson({ "@context": "https://schema.org", "@graph": graph });
}

/**
 * JSON for the inside of a script element, where `</script>` and `<!--` in a title would end the script or hide its
 * end. The line separators are escaped for older parsers.
 */
function toScriptJson(value: unknown): SafeHtml {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, toUnicodeEscape);
  return asSafeHtml(json);
}

function toUnicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
