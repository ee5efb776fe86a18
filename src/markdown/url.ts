import MarkdownIt from "markdown-it";

const markdownIt = new MarkdownIt();

const encoded = /^[\w.~:/?#@!$&'()*+,;=-]*$/;

/** Percent-encoded as markdown-it does it: what is encoded stays so, international host names become punycode. */
export function encodeUrl(url: string): string {
  return encoded.test(url) ? url : markdownIt.normalizeLink(url);
}

/** Whether a browser would run the address as a script; it skips control characters and spaces before the scheme. */
export function isScriptUrl(url: string): boolean {
  // eslint-disable-next-line no-control-regex -- those are the characters in question
  return /^(javascript|vbscript|data:text\/html)/i.test(url.replace(/[\u0000-\u0020]+/g, ""));
}
