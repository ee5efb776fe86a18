/** A part of a text; `href` for one that is the bare address of a page. */
export type TextPart = { readonly text: string; readonly href?: string };

const bare = /(?<![\p{L}\p{N}_@/.:=&-])(?:https?:\/\/|www\.)[^\s<>"“”«»。、，；：！？「」『』（）【】《》\p{Cc}]+/giu;

const longest = 2000;
const punctuation = new Set(".,;:!?'’‘*_~…");
const brackets: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Bare addresses as WordPress links them: without the punctuation of the sentence around them. */
export function findLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(bare)) {
    const address = trimEnd(found);
    const href = /^www/i.test(address) ? `http://${address}` : address;
    if (address.length > longest || !isAddress(href)) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** A closing bracket belongs to an address in which it was opened. */
function trimEnd(address: string): string {
  const open = new Map<string, number>();
  for (const char of address.slice(0, longest)) open.set(char, (open.get(char) ?? 0) + 1);
  let end = address.length;
  for (; end > 0; end--) {
    const char = address[end - 1] ?? "";
    const opener = brackets[char];
    if (opener !== undefined) {
      const closers = open.get(char) ?? 0;
      if (closers <= (open.get(opener) ?? 0)) break;
      open.set(char, closers - 1);
    } else if (!punctuation.has(char)) break;
  }
  return address.slice(0, end);
}

function isAddress(href: string): boolean {
  return URL.canParse(href) && /[^.]\.[^.]/.test(new URL(href).hostname);
}
