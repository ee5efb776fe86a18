import { escapeHtml } from "../lib/safe-html.ts";

/**
 * An address as written in an attribute, resolved against the page and escaped again. One with a scheme stays as it
 * is, and so does one that cannot be understood: the reader's program may know better.
 */
export function toAbsoluteAddress(written: string, pageUrl: string): string {
  if (/^\s*[a-z][a-z0-9+.-]*:/i.test(written)) return written;
  const address = decodeEntities(written);
  return URL.canParse(address, pageUrl) ? escapeHtml(new URL(address, pageUrl).href) : written;
}

const candidate = /([^\s,]\S*[^\s,]|[^\s,])((?:\s+[^\s,]+)*)(\s*,\s*|\s*$)/g;

/** Every address of a `srcset`; its descriptors stay. */
export function toAbsoluteSrcset(written: string, pageUrl: string): string {
  return written.replace(candidate, (_, address: string, descriptors: string, separator: string) => {
    return toAbsoluteAddress(address, pageUrl) + descriptors + separator;
  });
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What a serializer escapes in an address; other names have no business there. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
