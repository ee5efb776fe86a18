/** Where a file of the old blog is. */
export type MediaAddress =
  | {
      readonly kind: "own";
      /** Below the uploads folder; a file that lies elsewhere begins with `/`. Decoded, NFC. */
      readonly path: string;
      /** To fetch it, without its query. */
      readonly url: string;
    }
  | { readonly kind: "none"; readonly reason: string };

export type AddressContext = {
  /** `example.org`, with the port if there is one. */
  readonly isOwnHost: (host: string) => boolean;
  /** For addresses without a host. */
  readonly base: URL | undefined;
};

const none = (reason: string): MediaAddress => ({ kind: "none", reason });

/** What an address in a text means, in any of the forms that WordPress and its readers have written. */
export function parseMediaAddress(address: string, { isOwnHost, base }: AddressContext): MediaAddress {
  const text = address.trim();
  if (/^data:/i.test(text)) return none("It is in the text itself, as a data: address.");
  if (!/^(?:https?:)?\/\//i.test(text) && !/^\/(?!\/)/.test(text)) {
    return none("It is no address of the web, or one that says not where it begins.");
  }
  const url = toUrl(text, base);
  if (!url) return none("It is no valid address.");
  if (!isOwnHost(url.host)) return none(`It is on another host (${url.host}).`);
  const path = decodePath(url.pathname);
  if (path === undefined) return none("Its path is not one of a file.");
  return isFile(path)
    ? { kind: "own", path: toUploadsPath(path, url.host), url: url.origin + url.pathname }
    : none("It is a page or a program of the old blog, not a file.");
}

function toUrl(text: string, base: URL | undefined): URL | undefined {
  const raw = text.replace(/\\/g, "%5C");
  const start = base ?? new URL("https://localhost.invalid/");
  if (!URL.canParse(raw, start.href)) return undefined;
  const url = new URL(raw, start.href);
  return behindPhoton(url) ?? url;
}

/** Jetpack shows pictures through `i0.wp.com/host/path`. */
function behindPhoton(url: URL): URL | undefined {
  const found = /^i\d\.wp\.com$/i.test(url.host) ? /^\/([^/]+\.[^/]+)(\/.+)$/.exec(url.pathname) : null;
  if (!found) return undefined;
  const address = `${url.searchParams.has("ssl") ? "https" : "http"}://${found[1]}${found[2]}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** Segments decoded one by one; none may lead elsewhere. */
function decodePath(pathname: string): string | undefined {
  const segments = pathname.split("/").map(decodeSegment);
  const isSafe = segments.every(
    (segment) => segment !== "." && segment !== ".." && !/[/\\\p{Cc}\p{Cs}]/u.test(segment),
  );
  if (!isSafe) return undefined;
  return `/${segments.filter((segment) => segment !== "").join("/")}`.normalize("NFC");
}

/** Raw where it was never encoded: `100%.jpg`. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment.replace(/%([0-7][\dA-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

function isFile(path: string): boolean {
  const ending = /[^/.][^/]*\.([A-Za-z\d]{1,9})$/.exec(path)?.[1];
  return ending !== undefined && !/^(?:php\d?|phtml|phar|cgi|aspx?|jsp|p?html?|xhtml|shtml)$/i.test(ending);
}

/** The path below the uploads folder, which has had several names. */
function toUploadsPath(path: string, host: string): string {
  const uploads = /\/wp-content\/(?:uploads\/sites\/\d+|uploads|blogs\.dir\/\d+\/files)\/(.+)$/.exec(path)?.[1];
  if (uploads !== undefined) return uploads;
  const dated = /^(?:\/[^/]+)?\/files\/(\d{4}\/\d{2}\/.+)$/.exec(path)?.[1];
  if (dated !== undefined) return dated;
  return /\.files\.wordpress\.com$/i.test(host) ? path.slice(1) : path;
}
