import { newest } from "../lists";

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export async function GET() {
  const items = (await newest())
    .slice(0, 20)
    .map(
      ({ id, data, rendered }) =>
        `<item><title>${escape(data.title)}</title><link>https://bench.example/posts/${id}/</link>` +
        `<description>${escape(rendered?.html ?? "")}</description></item>`,
    );
  return new Response(`<?xml version="1.0"?><rss version="2.0"><channel>${items.join("")}</channel></rss>`);
}
