import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import mime from "mime";
import { portOf } from "./port-of.ts";

export type ServedSite = { readonly origin: string; readonly close: () => Promise<void> };

/** A static host as GitHub Pages is one: text compressed, everything kept for ten minutes. */
export async function serveSite(folder: string): Promise<ServedSite> {
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
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findFile(path: string): string | undefined {
  return [path, join(path, "index.html")].find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
