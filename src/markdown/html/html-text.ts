import { escapeHtml } from "../../lib/safe-html.ts";

/** Decoded text or an attribute's value as it stands in a page; NUL is no character of HTML. */
export function toHtmlText(text: string): string {
  return escapeHtml(text.replaceAll("\0", "\ufffd"));
}

/** ` name="value"` for each, with a space in front. */
export function toHtmlAttributes(attributes: readonly (readonly [name: string, value: string | undefined])[]): string {
  return attributes
    .map(([name, value]) => (value === undefined ? ` ${name}` : ` ${name}="${toHtmlText(value)}"`))
    .join("");
}
