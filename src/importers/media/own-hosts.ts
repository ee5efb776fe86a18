import type { Attachment } from "./originals.ts";
import { isPublic } from "./download.ts";

export type OwnHosts = {
  /** `example.org`, with its port if there is one. */
  readonly isOwn: (host: string) => boolean;
  /** Where addresses without a host begin. */
  readonly base: URL | undefined;
};

/**
 * The hosts on which the old blog had its files: its own, with and without `www`; WordPress.com's store of its files; and
 * those of its media library, where a service shows it from somewhere else.
 */
export function toOwnHosts(hosts: readonly string[], attachments: readonly Pick<Attachment, "url">[]): OwnHosts {
  const own = new Set<string>();
  const add = (host: string): void => {
    const name = host.toLowerCase().replace(/^www\./, "");
    own.add(name);
    const blog = /^([^.]+)\.wordpress\.com$/.exec(name)?.[1];
    if (blog !== undefined) own.add(`${blog}.files.wordpress.com`);
  };
  const given = hosts.flatMap((host) => toUrl(host) ?? []);
  const shown = attachments.flatMap(({ url }) => toUrl(url) ?? []);
  for (const { host } of given) add(host);
  for (const { host, hostname } of shown) if (isPublic(hostname)) add(host);
  const [first] = given;
  // Whether it was http or https, the media library knows.
  const base = shown.find(({ host }) => host === first?.host) ?? first ?? shown[0];
  return {
    isOwn: (host) => own.has(host.toLowerCase().replace(/^www\./, "")),
    base: base && new URL("/", base),
  };
}

/** Of an address, or of a host alone. */
function toUrl(text: string): URL | undefined {
  const address = /^(?:https?:)?\/\//i.test(text) ? text.replace(/^\/\//, "https://") : `https://${text}`;
  return text !== "" && URL.canParse(address) ? new URL(address) : undefined;
}
