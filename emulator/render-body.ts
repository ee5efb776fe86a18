import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** Markdown as GitHub would show it, as far as a pretended GitHub needs to. */
export function renderBody(body: string): string {
  // A comment in HTML, such as the one with a hash, is in the source and nowhere else.
  const html = markdown.render(body.replaceAll(/<!--.*?-->/gs, ""));
  return html.trim().replaceAll(/<(p|h\d|ul|ol|blockquote)>/g, '<$1 dir="auto">');
}

export function toBodyText(body: string): string {
  return renderBody(body)
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
