import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import mime from "mime";
import { listen, type Listening } from "../../tests/support/listen.ts";
import { findFile } from "../../tests/support/serve-folder.ts";

/** A static host as GitHub Pages is one: text compressed, everything kept for ten minutes. */
export async function serveSite(folder: string): Promise<Listening> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const found = findFile(join(folder, path));
    const file = found ?? join(folder, "404.html");
    const type = mime.getType(file) ?? "application/octet-stream";
    const isText = /^text\/|json|xml|javascript|svg/.test(type);
    const body = readFileSync(file);
    response.writeHead(found ? 200 : 404, {
      "content-type": isText ? `${type}; charset=utf-8` : type,
      "cache-control": "max-age=600",
      ...(isText && { "content-encoding": "gzip" }),
    });
    response.end(isText ? gzipSync(body, { level: 9 }) : body);
  });
  return listen(server);
}
