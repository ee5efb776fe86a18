/** Prefixes as WordPress writes them, for exports that have lost their declarations. */
const usual: Readonly<Record<string, string>> = {
  wp: "http://wordpress.org/export/1.2/",
  excerpt: "http://wordpress.org/export/1.2/excerpt/",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
};

/** What an undeclared prefix stands for; one that nobody knows stands for itself. */
export function resolvePrefix(prefix: string): string {
  return Object.hasOwn(usual, prefix) ? (usual[prefix] ?? "") : `undeclared:${prefix}`;
}

/** An element's name with the usual prefix of its namespace, whatever its own is: `wp:post_id`. */
export function toElementName(uri: string, local: string): string {
  const prefix = toPrefix(uri);
  return prefix === "" ? local : `${prefix}:${local}`;
}

const known = new Map<string, string>();

function toPrefix(uri: string): string {
  if (uri === "") return "";
  const prefix = known.get(uri) ?? findPrefix(uri);
  if (known.size < 1000) known.set(uri, prefix);
  return prefix;
}

/** Every version of the format has its own namespace, by http and by https. */
function findPrefix(uri: string): string {
  const address = uri.trim().toLowerCase().replace(/\/$/, "");
  if (/^https?:\/\/(?:www\.)?wordpress\.(?:org|com)\/export\/[\d.]+$/.test(address)) return "wp";
  if (/^https?:\/\/(?:www\.)?wordpress\.(?:org|com)\/export\/[\d.]+\/excerpt$/.test(address)) return "excerpt";
  if (/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content$/.test(address)) return "content";
  if (/^https?:\/\/purl\.org\/dc\/elements\/1\.[\d.]+$/.test(address)) return "dc";
  return "other";
}
