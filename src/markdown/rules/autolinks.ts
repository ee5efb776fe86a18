import type { MarkdownIt } from "markdown-it";

/**
 * Bare `https://…`, `www.…` and e-mail addresses, as GFM has them.
 * linkify's fuzzy links stay off, because they would link `README.md`; and so do its `//host` links.
 */
export function autolinks(md: MarkdownIt): void {
  md.set({ linkify: true });
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false });
  md.linkify.add("//", null);
  boundLinkify(md.linkify);
  md.linkify.add("www.", {
    validate: (text, position) => wwwLength(text.slice(position, position + maxLength)),
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
}

/**
 * linkify looks for the end of every open bracket: a long run without spaces would take quadratic time.
 * And most paragraphs hold nothing to link, which a short expression sees sooner than linkify's long ones.
 */
function boundLinkify(linkify: MarkdownIt["linkify"]): void {
  const pretest = linkify.pretest.bind(linkify);
  const matchAtStart = linkify.matchAtStart.bind(linkify);
  linkify.pretest = (text) => /:\/\/|@|www\./i.test(text) && pretest(text) && !hasLongRun(text);
  linkify.matchAtStart = (text) => {
    const [run = ""] = /^[\x21-\x7e]{0,4096}/.exec(text) ?? [];
    return run.length > maxLength && /[([{"']/.test(run) ? null : matchAtStart(text);
  };
}

function hasLongRun(text: string): boolean {
  let run = 0;
  for (let index = 0; index < text.length && run <= maxLength; index += 1) {
    const code = text.charCodeAt(index);
    run = code > 0x20 && code < 0x7f ? run + 1 : 0;
  }
  return run > maxLength;
}

const maxLength = 2048;
const host = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::\d+)?(?:[/?#][^\s<>"'`]*)?/u;

/** The length of an address after its `www.`: a host with a dot, then a path without trailing punctuation. */
function wwwLength(text: string): number {
  const [address = ""] = host.exec(text) ?? [];
  return withoutTail(address).length;
}

/** GFM leaves punctuation at the end, and closing brackets that nothing in the address opened, to the sentence. */
function withoutTail(address: string): string {
  let surplus = address.split(")").length - address.split("(").length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ")" ? surplus <= 0 : !/[?!.,:*_~;、。」』）]/.test(last)) break;
    if (last === ")") surplus -= 1;
  }
  return address.slice(0, end);
}
