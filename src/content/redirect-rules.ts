import { encodePath, type Permalink } from "../lib/permalink.ts";
import { hasQuery, toParameters, toPlace } from "./query-address.ts";
import { toTargetHref, type RedirectTarget } from "./redirect-target.ts";
import type { Site } from "./site.ts";

type Base = Pick<Site, "basePath">;

/** From an old address, raw and without the base path, to where it leads. */
export type RedirectRule = { readonly from: Permalink; readonly to: RedirectTarget };

/**
 * `_redirects` as Netlify and Cloudflare read it: one rule a line, for the address with and without its last slash.
 * Queries are left out: a line with more than three words stops a deployment to Cloudflare Workers.
 */
export function toRedirectsFile(base: Base, rules: readonly RedirectRule[]): string {
  const lines = withoutQuery(rules).flatMap(({ from, to }) =>
    toForms(from).map((form) => `${base.basePath}${encodePath(form)} ${toTargetHref(base, to)} 301\n`),
  );
  return lines.join("");
}

/**
 * `_redirects` for Netlify alone, where a rule with `!` wins over a file at its address, and parameters stand behind the
 * path; the address with and without its last slash is one.
 */
export function toNetlifyFile(base: Base, rules: readonly RedirectRule[]): string {
  const lines = withoutQuery(rules).map(({ from, to }) => toNetlifyLine(base, from, [], to));
  const queries = toQueryRules(rules).flatMap(({ paths, parameters, to }) =>
    paths.map((path) => toNetlifyLine(base, path, parameters, to)),
  );
  return [...queries, ...lines].join("");
}

function toNetlifyLine(base: Base, path: string, parameters: readonly Parameter[], to: RedirectTarget): string {
  const query = parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `${[base.basePath + encodePath(path), ...query, toTargetHref(base, to), "301!"].join(" ")}\n`;
}

/** A chain of `map`s for nginx, which compares decoded paths; the file itself says how it is used. */
export function toNginxMap({ basePath }: Base, rules: readonly RedirectRule[]): string {
  const paths = withoutQuery(rules).flatMap(({ from, to }) => toForms(from).map((path) => ({ key: path, to })));
  const maps = [...toNginxQueries(rules), { source: "$uri", lines: paths }];
  const blocks = maps.map(({ source, lines }, index) => {
    const rest = index === maps.length - 1 ? '""' : toVariable(index + 1);
    const list = lines.map(({ key, to }) => `  ${quote(basePath + key)} ${quote(toNginxHref(basePath, to))};\n`);
    return `map ${source} ${toVariable(index)} {\n  default ${rest};\n${list.join("")}}\n`;
  });
  return `# Old addresses of this blog and where they lead now.
# In \`http { … }\`:    map_hash_max_size 65536; map_hash_bucket_size 1024; include /path/to/nginx-redirects.conf;
# In \`server { … }\`:  if ($klatsch_redirect) { return 301 $klatsch_redirect; }
${blocks.join("")}`;
}

function toVariable(index: number): string {
  return index === 0 ? "$klatsch_redirect" : `$klatsch_redirect_${index + 1}`;
}

type NginxLine = { readonly key: string; readonly to: RedirectTarget };

/** One map for each set of parameters, those with most first; nginx knows names of letters, digits and `_` alone. */
function toNginxQueries(rules: readonly RedirectRule[]) {
  const maps = new Map<string, { readonly names: number; readonly lines: NginxLine[] }>();
  for (const { paths, parameters, to } of toQueryRules(rules)) {
    if (!parameters.every(([name]) => /^[a-z0-9_]+$/i.test(name))) continue;
    const source = `"$uri?${parameters.map(([name]) => `$arg_${name}`).join("&")}"`;
    const map = maps.get(source) ?? { names: parameters.length, lines: [] };
    const values = parameters.map(([, value]) => encodeURIComponent(value)).join("&");
    map.lines.push(...paths.map((path) => ({ key: `${path}?${values}`, to })));
    maps.set(source, map);
  }
  return [...maps]
    .map(([source, { names, lines }]) => ({ source, names, lines }))
    .toSorted((a, b) => b.names - a.names || b.lines.length - a.lines.length);
}

type Parameter = readonly [name: string, value: string];

type QueryRule = {
  readonly paths: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly to: RedirectTarget;
};

/** Those with most parameters first: the first rule that fits is taken. */
function toQueryRules(rules: readonly RedirectRule[]): QueryRule[] {
  return (
    rules
      .filter(({ from }) => hasQuery(from))
      .map(({ from, to }) => {
        const parameters = [...toParameters(from)].toSorted(([a], [b]) => (a < b ? -1 : 1));
        return { paths: toQueryPaths(toPlace(from), from), parameters, to };
      })
      // An empty value and none are one to these hosts: `/?12` would be the home page.
      .filter(({ parameters }) => parameters.every(([, value]) => value !== ""))
      .toSorted((a, b) => b.parameters.length - a.parameters.length)
  );
}

/** `/?p=12` was also `/index.php?p=12`. */
function toQueryPaths(place: string, from: Permalink): string[] {
  const [path = ""] = from.split("?", 1);
  const isFile = /\.[a-z0-9]+$/i.test(place);
  return isFile ? [path] : [...new Set([`${place}/`, `${place}/index.php`])];
}

function withoutQuery(rules: readonly RedirectRule[]): RedirectRule[] {
  return rules.filter(({ from }) => !hasQuery(from));
}

function toForms(from: Permalink): string[] {
  return from.endsWith("/") ? [from, from.slice(0, -1)].filter((form) => form !== "") : [from];
}

/** In a value, `$` would be read as the mark of a variable. */
function toNginxHref(basePath: string, to: RedirectTarget): string {
  return toTargetHref({ basePath }, to).replaceAll("$", "%24");
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
