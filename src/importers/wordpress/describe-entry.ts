import type { Finding } from "../finding.ts";
import { toPlainText } from "./plan/plain-text.ts";
import type { WxrItem } from "./wxr.ts";

type Described = { readonly description?: string; readonly findings: readonly Finding[] };

// A description is a sentence; what is longer is worth a look.
const long = 300;

const metaKeys = ["_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description"];

/** The excerpt that the author wrote, else what was written for search engines. */
export function describeEntry({ excerpt, metas }: Pick<WxrItem, "excerpt" | "metas">): Described {
  const own = toPlainText(excerpt);
  if (own !== "") return { description: own, findings: own.length > long ? [toLongNote(own)] : [] };
  const written = metas.find(({ key, value }) => metaKeys.includes(key) && value.trim() !== "");
  const text = toPlainText(written?.value ?? "");
  // `%%title%%` is filled in by the plugin.
  return text === "" || text.includes("%%") ? { findings: [] } : { description: text, findings: [] };
}

function toLongNote(text: string): Finding {
  const note = `The excerpt became the description, which should be one sentence; it has ${text.length} characters.`;
  return { kind: "front-matter", found: `${text.slice(0, 80)}…`, outcome: "translated", note };
}
