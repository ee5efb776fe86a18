/** A block of code that no line of `code` can end. */
export function toFence(code: string, language = "", title = ""): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/^[ \t]*(`{3,})/gm), ([, run = ""]) => run.length));
  const fence = "`".repeat(longest + 1);
  const info = [language, title === "" ? "" : `title="${title.replace(/["\n`]/g, "'")}"`]
    .filter((part) => part !== "")
    .join(" ");
  return `${fence}${info}\n${code.replace(/^\n+|\s+$/g, "")}\n${fence}`;
}

export function toImage({
  src,
  alt = "",
  title = "",
}: {
  src: string;
  alt?: string | undefined;
  title?: string | undefined;
}): string {
  const caption = title.trim() === "" ? "" : ` "${escapeTitle(title)}"`;
  return `![${escapeLabel(alt)}](${toDestination(src)}${caption})`;
}

export function toLink(text: string, address: string, title = ""): string {
  const caption = title.trim() === "" ? "" : ` "${escapeTitle(title)}"`;
  return `[${escapeLabel(text)}](${toDestination(address)}${caption})`;
}

/** An address on a line of its own. */
export function toAutolink(address: string): string {
  return `<${address.replace(/[\s<>]/g, encodeURIComponent)}>`;
}

export function toDestination(address: string): string {
  const clean = address.replace(/[\p{Cc}]/gu, "");
  if (!/[\s()<>]/.test(clean)) return clean;
  return /[<>\n]/.test(clean) ? clean.replace(/[\s()<>]/g, escapeChar) : `<${clean}>`;
}

/** `encodeURIComponent` leaves brackets as they are. */
export function escapeChar(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

export function toQuote(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

function escapeLabel(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\\(?=$|\])|(?<!\\)[[\]]/g, "\\$&")
    .trim();
}

function escapeTitle(text: string): string {
  return text.replace(/\s+/g, " ").trim().replaceAll('"', "&quot;");
}
