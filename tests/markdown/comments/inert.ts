const tag =
  /^\/?(?:a|b|blockquote|br|code|dd|del|details|dl|dt|em|h[456]|hr|i|img|ins|kbd|li|ol|p|pre|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul)(?: [a-z]+="[^"<>]*")*$/;
const attribute = / ([a-z]+)="([^"]*)"/g;
const values: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/[a-z0-9]|mailto:[^?]+@)/,
  src: /^(?:https?:\/\/[a-z0-9]|media\/[\w-])/,
  rel: /^nofollow ugc noopener$/,
  alt: /^/,
  title: /^/,
  class: /^(?:align-(?:left|center|right)|language-[\w+#.-]+)$/,
  width: /^\d{1,4}$/,
  height: /^\d{1,4}$/,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,2}$/,
  start: /^\d{1,9}$/,
  lang: /^[A-Za-z0-9-]+$/,
  dir: /^(?:ltr|rtl|auto)$/,
};

/** What in the HTML could act or break a page, by rules that the sanitizer does not know; undefined when nothing. */
export function findLively(html: string): string | undefined {
  const open: string[] = [];
  for (const piece of html.split(/(<[^<>]*>)/)) {
    if (!piece.startsWith("<")) {
      const left = piece.replace(/&(?:amp|lt|gt);/g, "");
      // eslint-disable-next-line no-control-regex -- those are the characters in question
      if (/[<>&\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(left) || /\p{Cs}/u.test(left)) return piece;
      continue;
    }
    const body = piece.slice(1, -1);
    if (!tag.test(body)) return piece;
    for (const [, name = "", value = ""] of body.matchAll(attribute)) if (!values[name]?.test(value)) return piece;
    const name = /^\/?(\w+)/.exec(body)?.[1] ?? "";
    if (body.startsWith("/")) {
      if (open.pop() !== name) return piece;
    } else if (!/^(?:br|hr|img)$/.test(name)) open.push(name);
  }
  return open.length > 0 ? `open: ${open.join(" ")}` : undefined;
}
