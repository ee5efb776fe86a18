import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import mime from "mime";

export type Served = { readonly origin: string; readonly close: () => Promise<void> };

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
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
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
