import { createSettingsLocator } from "../content/settings-locator.ts";
import { settingKeys } from "../content/parse-site.ts";
import type { Page, Post } from "../content/post.ts";
import type { Site } from "../content/site.ts";
import type { Position } from "../content/yaml-locator.ts";
import type { Problem } from "../lib/problem.ts";
import { show } from "../lib/show.ts";
import type { Rendered } from "../markdown/rendered.ts";
import type { AuthorsFile } from "./check-authors.ts";

/** A link to another site, and where it is written. */
export type FoundLink = {
  /** What is asked for: without the fragment, which no server ever sees. */
  readonly url: string;
  readonly file: string;
  readonly place: () => Position;
};

/** The links of one text. */
export function findTextLinks({ source }: Post | Page, { outsideLinks }: Pick<Rendered, "outsideLinks">): FoundLink[] {
  return outsideLinks.flatMap(({ href, written }) => {
    const url = toAskable(href);
    return url === undefined ? [] : { url, file: source.file, place: () => findAddress(source, written) };
  });
}

/** The links of the header. */
export function findNavLinks({ nav, origin }: Site, { file, text }: { readonly file: string; readonly text: string }) {
  const locate = createSettingsLocator(text, settingKeys);
  return nav.flatMap((item, index): FoundLink[] => {
    const url = item.url.startsWith("/") || isOn(origin, item.url) ? undefined : toAskable(item.url);
    return url === undefined ? [] : [{ url, file, place: () => locate(["nav", index, "url"]) }];
  });
}

/** The addresses that authors have elsewhere. */
export function findAuthorLinks({ file, value, locate }: AuthorsFile, { origin }: Site): FoundLink[] {
  return [...value].flatMap(([key, author]): FoundLink[] => {
    const url = author.url === undefined || isOn(origin, author.url) ? undefined : toAskable(author.url);
    return url === undefined ? [] : [{ url, file, place: () => locate([key, "url"]) }];
  });
}

export function toOutsideProblem({ url, file, place }: FoundLink, reason: string): Problem {
  const message = `the link leads to nothing: ${reason} (found ${show(url)})`;
  const remedy = "Correct the address, link to a copy in an archive, or take the link out.";
  return { id: "link-outside", severity: "warning", file, ...place(), message, remedy };
}

// Names that stand for no host (RFC 2606, RFC 6761), and the author's own machine.
const unasked = /(?:^|\.)(?:example|test|invalid|localhost|local|internal|onion|example\.(?:com|net|org))\.?$/;

function toAskable(href: string): string | undefined {
  const address = href.startsWith("//") ? `https:${href}` : href;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || unasked.test(url.hostname)) return undefined;
  url.hash = "";
  return url.href;
}

function isOn(origin: string, address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}

/** The first place of an address that is not the beginning of a longer one. */
function findAddress({ body, bodyLine }: Post["source"], written: string): Position {
  // What was completed, as `www.…` is, stands in the text without its scheme.
  const forms = [written, written.replace(/^https?:\/\//i, "")];
  for (const form of forms) {
    for (let at = body.indexOf(form); at >= 0; at = body.indexOf(form, at + 1)) {
      if (/^[\w/%&=~+#?-]/.test(body.slice(at + form.length))) continue;
      const above = body.slice(0, at).split("\n");
      return { line: bodyLine + above.length - 1, column: (above.at(-1)?.length ?? 0) + 1 };
    }
  }
  return { line: bodyLine, column: 1 };
}
