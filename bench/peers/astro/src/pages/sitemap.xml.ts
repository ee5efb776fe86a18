import { newest } from "../lists";

export async function GET() {
  const urls = (await newest()).map(({ id }) => `<url><loc>https://bench.example/posts/${id}/</loc></url>`);
  return new Response(
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>`,
  );
}
