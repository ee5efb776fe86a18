import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import mime from "mime";
import { listen, type Listening } from "./listen.ts";

export type Served = Listening;

/** A plain static host on loopback, as GitHub Pages would be: `index.html`, 404 page, nothing else. */
export async function serveFolder(folder: string, basePath = ""): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith(basePath) ? findFile(join(folder, path.slice(basePath.length))) : undefined;
    const target = file ?? join(folder, "404.html");
    const type = mime.getType(target) ?? "application/octet-stream";
    response.writeHead(file ? 200 : 404, {
      "content-type": `${type}; charset=utf-8`,
      "access-control-allow-origin": "*",
    });
    createReadStream(target)
      .on("error", () => response.end())
      .pipe(response);
  });
  return listen(server);
}

/** What a static host has for a path: the file, or the `index.html` of the folder. */
export function findFile(path: string): string | undefined {
  return [path, join(path, "index.html")].find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
